import { type ChildProcess, fork } from 'node:child_process';
import { createHash, randomUUIDv7 } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { RegisterPerson } from '@redress/contracts/directory/people';
import type { Actor, Envelope } from '@redress/contracts/envelope';
import { SetUp } from '@redress/contracts/identity/invitations';
import { FindSession } from '@redress/contracts/identity/sessions';
import { SignIn } from '@redress/contracts/identity/sign-in';
import type { CaseId, Instant, MessageId, Sha256 } from '@redress/contracts/values';
import { TestBroker } from '@redress/messaging/nats-server.testing';
import { natsClient, NatsServices } from '@redress/messaging/nats-services';

const PASSWORD = 'the keeper rides a bicycle';
const rosterNumber = 'R-0815';

let broker: TestBroker;
let services: NatsServices;
let folder: string;
let said = '';
const running: ChildProcess[] = [];

const started = async (service: 'directory' | 'identity') => {
  const main = join(import.meta.dirname, `../../services/${service}/dist/main.js`);
  const env = { ...process.env, NATS_URL: broker.url, REDRESS_DATA: folder };
  const child = fork(main, { env, silent: true, execArgv: [] });
  running.push(child);
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  let setUpToken = '';
  for (;;) {
    const [message] = (await once(child, 'message')) as [{ ready?: boolean; setUpToken?: string }];
    setUpToken = message.setUpToken ?? setUpToken;
    if (message.ready) return { child, setUpToken };
  }
};

const envelope = (actor: Actor): Envelope => ({
  actor,
  correlationId: randomUUIDv7() as CaseId,
  causationId: randomUUIDv7() as MessageId,
  happenedAt: new Date().toISOString() as Instant,
});

beforeAll(async () => {
  broker = await TestBroker.start();
  services = new NatsServices(natsClient(broker.url));
  folder = mkdtempSync(join(tmpdir(), 'redress-identity-'));
});

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await services.onApplicationShutdown();
  await broker.stop();
  rmSync(folder, { recursive: true });
});

it('keeps a session over a kill -9, and says nothing of what opens it', async () => {
  await started('directory');
  const first = await started('identity');
  const anybody = envelope({ role: 'submitter' });
  await services.send(RegisterPerson, { rosterNumber, name: 'Chen' }, envelope({ role: 'operator' }));
  const setUp = { token: first.setUpToken, rosterNumber, password: PASSWORD };
  expect(await services.send(SetUp, setUp, anybody)).not.toHaveProperty('rejected');
  const source = '0'.repeat(64) as Sha256;
  const begun = await services.send(SignIn, { rosterNumber, password: PASSWORD, source }, anybody);
  if ('rejected' in begun) throw new Error(begun.rejected);
  const query = { sha256: createHash('sha256').update(begun.token).digest('hex') as Sha256 };
  const session = await services.ask(FindSession, query, { role: 'system' });
  expect(session).toMatchObject({ tokenId: begun.sessionId });

  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const second = await started('identity');
  expect(second.setUpToken).toBe('');
  expect(await services.ask(FindSession, query, { role: 'system' })).toEqual(session);
  const wrong = { rosterNumber, password: 'a password of somebody else', source };
  expect(await services.send(SignIn, wrong, anybody)).toEqual({ rejected: 'wrong-credentials' });

  expect(said.length).toBeGreaterThan(100);
  for (const secret of [
    PASSWORD,
    first.setUpToken,
    begun.token,
    begun.device ?? '-',
    rosterNumber,
    wrong.password,
  ])
    expect([secret, said.includes(secret)]).toEqual([secret, false]);
});
