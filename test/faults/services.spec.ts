import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { SubmitOpinion } from '@redress/contracts/intake/submit-opinion';
import type { CaseId, Instant, MessageId } from '@redress/contracts/values';
import { eventually, TestBroker } from '@redress/messaging/nats-server.testing';
import { natsClient, NatsServices } from '@redress/messaging/nats-services';

jest.setTimeout(60_000);

const INTAKE = join(import.meta.dirname, '../../services/intake/dist/main.js');

type Copy = { readonly child: ChildProcess; said: string; readonly ended: Promise<number | string> };

let broker: TestBroker;
let services: NatsServices;
let folder: string;
let copies: Copy[];

beforeEach(async () => {
  broker = await TestBroker.start();
  services = new NatsServices(natsClient(broker.url));
  folder = mkdtempSync(join(tmpdir(), 'redress-services-'));
  copies = [];
});

afterEach(async () => {
  for (const { child } of copies) child.kill('SIGKILL');
  await Promise.all(copies.map(({ ended }) => ended));
  await services.onApplicationShutdown();
  await broker.stop();
  rmSync(folder, { recursive: true });
});

const begin = (data = folder): Copy => {
  const env = { ...process.env, NATS_URL: broker.url, REDRESS_DATA: data };
  const child = fork(INTAKE, { env, silent: true, execArgv: [] });
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  const copy: Copy = { child, said: '', ended };
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (copy.said += text));
  copies.push(copy);
  return copy;
};

const started = async (): Promise<Copy> => {
  const copy = begin();
  expect(await once(copy.child, 'message')).toMatchObject([{ ready: true }]);
  return copy;
};

const submit = (key: string = randomUUID()): Promise<unknown> =>
  services.send(
    SubmitOpinion,
    { key, channel: 'web-form', title: '噪音', text: '夜间施工' },
    {
      actor: { role: 'submitter' },
      correlationId: randomUUIDv7() as CaseId,
      causationId: randomUUIDv7() as MessageId,
      happenedAt: new Date().toISOString() as Instant,
    },
  );

it('loses no request when one of two copies is told to stop', async () => {
  const first = await started();
  await started();
  let going = true;
  let done = 0;
  const failures: unknown[] = [];
  const sending = Array.from({ length: 32 }, async () => {
    while (going)
      await submit().then(
        (outcome) => {
          if (!(outcome as object).hasOwnProperty('receipt')) failures.push(outcome);
          done += 1;
        },
        (error: unknown) => failures.push(error),
      );
  });
  await eventually(() => done > 200);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  const before = done;
  await eventually(() => done > before + 200);
  going = false;
  await Promise.all(sending);
  expect(failures).toEqual([]);
});

it('waits at its start until there is a broker', async () => {
  await broker.kill();
  const copy = begin();
  const ready = once(copy.child, 'message');
  // It has opened its store by now, and looks for the broker.
  await eventually(() => copy.said.includes('ECONNREFUSED') || copy.said.includes('relay stopped'));
  await broker.startAgain();
  expect(await ready).toMatchObject([{ ready: true }]);
  expect(await submit()).toHaveProperty('receipt');
});

it('answers a command sent again after a kill -9 as it did the first time', async () => {
  const first = await started();
  const outcome = await submit('0123456789abcdef');
  first.child.kill('SIGKILL');
  expect(await first.ended).toBe('SIGKILL');
  await started();
  expect(await submit('0123456789abcdef')).toEqual(outcome);
});

it('ends with an error that says why when its data cannot be used', async () => {
  const file = join(folder, 'occupied');
  writeFileSync(file, 'not a folder');
  const copy = begin(file);
  expect(await copy.ended).toBe(1);
  expect(copy.said).toContain('intake cannot start');
  expect(copy.said).toContain(file);
});

it('stops when who started it is gone', async () => {
  const { child, ended } = await started();
  child.disconnect();
  expect(await ended).toBe(0);
});
