import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { jetstream } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { AuditedEvent } from '@redress/contracts/audit/audited-event';
import type { CaseHistory } from '@redress/contracts/audit/case-history';
import { examples } from '@redress/contracts/intake/opinion.examples';
import type { DeadLetter, DeadLetters } from '@redress/contracts/upkeep/dead-letters';
import { natsOptions } from '@redress/messaging/nats-options';
import { freePort } from '../faults/launcher/launched.js';
import { SAMPLE, SAMPLE_ORGANISATION } from './cli/opinion-files.js';
import { WholeSystem } from './cli/whole-system.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MANUAL = readFileSync(join(ROOT, 'docs', 'operations.md'), 'utf8');

let system: WholeSystem;
let natsPort = 0;

jest.setTimeout(180_000);

beforeAll(async () => {
  natsPort = await freePort();
  process.env['REDRESS_NATS_PORT'] = String(natsPort);
  system = await WholeSystem.start();
  expect(await system.redress('run-cases', SAMPLE)).toMatchObject({ code: 0 });
}, 180_000);

afterAll(async () => {
  delete process.env['REDRESS_NATS_PORT'];
  await system.stop();
});

describe('the manual', () => {
  /** All that two of its sections say to type while everything runs, one after another into one shell. */
  const snippets = ['Looking after it', 'Backups'].flatMap((section) => {
    const [, text = ''] = MANUAL.split(`\n## ${section}\n`);
    const end = text.indexOf('\n## ');
    return [...text.slice(0, end).matchAll(/```sh\n(.*?)```/gs)].map(([, code = '']) => code);
  });

  it('says commands that work, in their order', async () => {
    const backups = join(system.folder, 'backups');
    mkdirSync(backups);
    const shell = spawn('bash', ['-euo', 'pipefail'], {
      cwd: ROOT,
      env: { ...process.env, ...system.environment, BACKUPS: backups },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const said = { out: '', err: '' };
    shell.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
    shell.stderr.on('data', (text: Buffer) => (said.err += text.toString()));
    shell.stdin.end(snippets.join('\n'));
    await once(shell, 'close');
    expect(`${String(shell.exitCode)} ${said.err}`).toMatch(/^0 /);
    expect(said.out).toContain('Everything answers.');
    expect(said.out).toMatch(/^intake +projection +opinionDesk +0/m);
    expect(said.out).toContain('There are none.');
    expect(said.out).toMatch(/opinionDesk of intake is made anew/);
    expect(said.out).toContain('All is as it was backed up.');
    expect(said.out).toMatch(/[1-9]\d* cases compared/);
    const restored = readdirSync(backups).find((name) => name.startsWith('restored'));
    expect(existsSync(join(backups, restored ?? '', 'intake.sqlite'))).toBe(true);
  }, 400_000);

  it('names every command that there is for operators', async () => {
    const { out } = await system.redress('ops', '--help');
    const commands = [...out.matchAll(/^ {2}([a-z][a-z-]+) /gm)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'help');
    expect(commands.length).toBeGreaterThanOrEqual(8);
    expect(commands.filter((name) => !MANUAL.includes(`redress ops ${name}`))).toEqual([]);
  });
});

describe('events that a reaction gave up', () => {
  const bury = async (payload: string): Promise<void> => {
    const url = `nats://127.0.0.1:${String(natsPort)}`;
    const connection = await connect(natsOptions(url, join(system.data, 'keys', 'rectification.nk')));
    const letter = {
      subject: 'events.intake.opinion.OpinionListed',
      reason: { error: 'ServiceUnavailable', message: 'it said: the rice is cold' },
      attempts: 12,
      payload,
    };
    await jetstream(connection).publish('dead.rectification.list-issue', JSON.stringify(letter), {
      msgID: randomUUID(),
    });
    await connection.close();
  };

  /** As intake would have published it, of a case that nothing was made of yet. */
  const listed = (version = 1) => {
    const [issueId, id, correlationId] = [randomUUID(), randomUUID(), randomUUID()];
    const opinionId = randomUUID();
    const event = {
      ...examples.OpinionListed,
      data: { ...examples.OpinionListed.data, opinionId, issueId },
      id,
      version,
      stream: `opinion-${opinionId}`,
      revision: 1,
      position: '0000000000000001',
      correlationId,
      causationId: randomUUID(),
      actor: { role: 'system' },
      happenedAt: '2026-03-20T08:00:00.000Z',
      recordedAt: '2026-03-20T08:00:00.000Z',
    };
    return { id, issueId, correlationId, text: JSON.stringify(event) };
  };

  const asOperator = (method: string, path: string, body?: object) =>
    system.call(method, `/api${path}`, { token: system.operatorToken, ...(body && { body }) });
  const letters = async (): Promise<readonly DeadLetter[]> =>
    ((await asOperator('GET', '/dead-letters?service=rectification')).body as unknown as DeadLetters).letters;
  const letterOf = async (eventId: string): Promise<string> => {
    const found = (await letters()).find((letter) => letter.eventId === eventId);
    if (!found) throw new Error('there is no such letter');
    return found.id;
  };
  const tell = (letter: string, verb: string, body?: object) =>
    asOperator('PUT', `/dead-letters/rectification/${letter}/${verb}`, body);
  const ops = (verb: string, ...args: readonly string[]) =>
    system.redress('ops', 'dead-letters', verb, ...args);

  /** What the audit shows of a case, once it shows an event of this type. */
  const historyWith = async (caseId: string, type: string): Promise<readonly AuditedEvent[]> => {
    const token = await theAuditor();
    for (;;) {
      const { body } = await system.call('GET', `/api/cases/${caseId}`, { token });
      const { entries = [] } = body as Partial<CaseHistory>;
      if (entries.some((one) => one.type === type)) return entries;
      await pause(50);
    }
  };

  it('are shown with all but their content, and given to it again, once', async () => {
    const { id, issueId, correlationId, text } = listed();
    await bury(text);
    const list = await ops('list');
    expect(list).toMatchObject({
      code: 1,
      out: expect.stringMatching(/rectification .* list-issue +OpinionListed .*ServiceUnavailable/),
    });
    const letter = await letterOf(id);
    const { out } = await ops('show', 'rectification', letter);
    expect(JSON.parse(out)).toMatchObject({ id: letter, eventId: id, caseId: correlationId, attempts: 12 });
    for (const said of [list.out, out]) expect(said).not.toMatch(/rice|Cold|title/i);

    expect(await ops('requeue', 'rectification', letter)).toMatchObject({ code: 0 });
    expect(await letters()).toEqual([]);
    const again = await tell(letter, 'requeue');
    expect(again).toMatchObject({ status: 200, body: { revision: 0 } });
    const types = (await historyWith(correlationId, 'DeadLetterRequeued')).map(({ type }) => type);
    expect(types.toSorted()).toEqual(['DeadLetterRequeued', 'IssueListed']);
    const token = await theAuditor();
    expect(await system.call('GET', `/api/issues/${issueId}`, { token })).toMatchObject({ status: 200 });
  });

  it('are dropped for a reason that is kept, with who did it', async () => {
    const { id, correlationId, text } = listed(99);
    await bury(text);
    const letter = await letterOf(id);
    expect(await tell(letter, 'requeue')).toMatchObject({
      status: 409,
      body: { type: '/problems/failed-again' },
    });
    expect(await tell(letter, 'drop', {})).toMatchObject({ status: 400 });
    const reason = 'written by a version that was taken back';
    expect(await ops('drop', 'rectification', letter, '--reason', reason)).toMatchObject({ code: 0 });
    expect(await letters()).toEqual([]);
    expect(await tell(letter, 'drop', { reason: 'once more' })).toMatchObject({ status: 200 });
    expect(await historyWith(correlationId, 'DeadLetterDropped')).toMatchObject([
      { type: 'DeadLetterDropped', data: { letterId: letter, reason }, actor: { role: 'operator' } },
    ]);
  });

  it('that are no events can only be dropped; what never was given up cannot', async () => {
    await bury('no JSON');
    const [letter] = await letters();
    expect(letter).not.toHaveProperty('eventId');
    const id = letter?.id ?? '';
    expect((await tell(id, 'requeue')).body).toMatchObject({ type: '/problems/letter-cannot-be-read' });
    expect(await tell(id, 'drop', { reason: 'somebody else wrote there' })).toMatchObject({ status: 200 });
    const nobody = randomUUID();
    expect(await asOperator('GET', `/dead-letters/rectification/${nobody}`)).toMatchObject({ status: 404 });
    expect(await tell(nobody, 'requeue')).toMatchObject({ status: 404 });
    expect(await tell(nobody, 'drop', { reason: 'x' })).toMatchObject({ status: 404 });
    expect(await asOperator('GET', '/dead-letters?service=gateway')).toMatchObject({ status: 400 });
  });

  it('are for the operator alone', async () => {
    const token = await theAuditor();
    for (const [method, path] of [
      ['GET', '/api/dead-letters'],
      ['GET', `/api/dead-letters/intake/${randomUUID()}`],
      ['PUT', `/api/dead-letters/intake/${randomUUID()}/requeue`],
      ['PUT', '/api/projections/intake/opinionDesk/rebuild'],
    ] as const)
      expect(await system.call(method, path, { token })).toMatchObject({
        status: 403,
        body: { type: '/problems/not-the-operator' },
      });
  });
});

it('makes rows anew while they are asked for, and knows those that it makes', async () => {
  const token = await theAuditor();
  const rebuilding = system.redress('ops', 'rebuild', 'rectification', 'ledger');
  const over = new AbortController();
  void rebuilding.then(() => {
    over.abort();
  });
  do {
    const { status, body } = await system.call('GET', '/api/tasks?limit=1', { token });
    expect([status, (body['rows'] as unknown[]).length]).toEqual([200, 1]);
  } while (!over.signal.aborted);
  expect(await rebuilding).toMatchObject({
    code: 0,
    out: expect.stringContaining('ledger of rectification is made anew'),
  });
  const path = '/api/projections/rectification/no-such/rebuild';
  expect(await system.call('PUT', path, { token: system.operatorToken })).toMatchObject({ status: 404 });
});

let auditorToken: Promise<string> | undefined;
const theAuditor = (): Promise<string> =>
  (auditorToken ??= (async () => {
    await system.redress('import', 'organisation', SAMPLE_ORGANISATION);
    const { out } = await system.redress('token', 'audit-head', 'S-0006');
    return out.trim();
  })());
