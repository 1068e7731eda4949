import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SERVICES } from '@redress/operations/engine';
import { headOf, ledgerOf } from '@redress/operations/ledger';
import { inBatches } from '@redress/operations/move/batches';
import { EventImport } from '@redress/store-sqlite/event-import';
import { eventsIn } from '@redress/store-sqlite/log-file';
import { samples } from '../journeys/cli/opinion-files.js';
import { WholeSystem } from '../journeys/cli/whole-system.js';
import { KurrentDouble } from './doubles/kurrent-double.js';

// On the server that is set, else on a double of it. What is moved is what a system recorded of forty cases, multiplied.
const { multiplied } = await import('./multiplied.js');

const EVENTS = 20_000;
const CLI = fileURLToPath(new URL('../../services/cli/dist/main.js', import.meta.url));

const double = process.env['REDRESS_KURRENTDB_URL'] ? undefined : await KurrentDouble.start();
const url = process.env['REDRESS_KURRENTDB_URL'] ?? double?.url ?? '';
const prefix = `redress-test-${randomUUID().slice(0, 8)}`;

let folder = '';
let data = '';
const begun: ChildProcess[] = [];

const headIn = (at: string): string =>
  headOf(SERVICES.map((service) => ({ service, ...ledgerOf(eventsIn(join(at, `${service}.sqlite`))) })));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redress-move-'));
  data = join(folder, 'data');
  mkdirSync(data);
  const system = await WholeSystem.start();
  try {
    const file = join(system.folder, 'cases.csv');
    writeFileSync(file, samples('a'));
    expect(await system.redress('run-cases', file)).toMatchObject({ code: 0 });
    await system.launched.end('SIGTERM');
    const logs = SERVICES.map((service) => ({
      service,
      log: [...eventsIn(join(system.data, `${service}.sqlite`))],
    }));
    const times = Math.ceil(EVENTS / logs.reduce((sum, { log }) => sum + log.length, 0));
    for (const { service, log } of logs) {
      // With the rows and the checkpoint that the service had, as a real one.
      copyFileSync(join(system.data, `${service}.sqlite`), join(data, `${service}.sqlite`));
      const target = new EventImport(join(data, `${service}.sqlite`));
      const more = [...multiplied(log, times)].slice(log.length);
      for await (const batch of inBatches(more, 1_000)) target.add(batch);
      target.close();
    }
  } finally {
    await system.stop();
  }
}, 180_000);

afterAll(() => {
  for (const child of begun) child.kill('SIGKILL');
  double?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const move = (at: string, ...args: readonly string[]) => ops(at, 'sqlite', 'move', ...args);
const ops = (at: string, engine: string, ...args: readonly string[]) => {
  const env = {
    ...process.env,
    REDRESS_DATA: at,
    REDRESS_EVENTS: engine,
    REDRESS_KURRENTDB_URL: url,
    REDRESS_KURRENTDB_PREFIX: prefix,
  };
  const child = spawn(process.execPath, [CLI, 'ops', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  begun.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said.err += text.toString()));
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as unknown,
    signal: signal as unknown,
    ...said,
  }));
  return { child, ended };
};

const isAppended = async (count: number): Promise<void> => {
  while ((double?.asked ?? Infinity) < count) await pause(20);
};

it('takes what a system recorded to KurrentDB and back, killed twice on the way, and it is the same', async () => {
  const head = headIn(data);
  const count = SERVICES.reduce(
    (sum, name) => sum + ledgerOf(eventsIn(join(data, `${name}.sqlite`))).events,
    0,
  );
  expect(count).toBeGreaterThanOrEqual(EVENTS);

  for (const appends of [500, 3_000]) {
    const killed = move(data, '--from', 'sqlite', '--to', 'kurrentdb');
    await isAppended(appends);
    killed.child.kill('SIGKILL');
    await killed.ended;
  }
  const there = await move(data, '--from', 'sqlite', '--to', 'kurrentdb').ended;
  expect(there).toMatchObject({ code: 0, out: expect.stringContaining(`ledger ${head}`) });
  if (double) expect(there.err).toMatch(/, [1-9]\d* of them from a run before/);

  // What the files still hold is none of the engine that is set, and not in the backup.
  const backup = join(folder, 'backup');
  expect(await ops(data, 'kurrentdb', 'backup', backup).ended).toMatchObject({
    out: expect.stringContaining(`ledger ${head}`),
  });
  const restored = join(folder, 'restored');
  expect(await ops(data, 'sqlite', 'restore', backup, '--into', restored).ended).toMatchObject({ code: 0 });
  expect(headIn(restored)).toBe(head);
  const lines = join(backup, 'events', 'intake.jsonl');
  writeFileSync(lines, readFileSync(lines, 'utf8').replace('"version":1', '"version":2'));
  expect(await ops(data, 'sqlite', 'restore', backup, '--into', join(folder, 'other')).ended).toMatchObject({
    code: 2,
    err: expect.stringContaining('events/intake.jsonl is damaged'),
  });

  const back = join(folder, 'back');
  mkdirSync(back);
  const returned = await move(back, '--from', 'kurrentdb', '--to', 'sqlite').ended;
  expect(returned).toMatchObject({ code: 0, out: expect.stringContaining(`ledger ${head}`) });
  expect(headIn(back)).toBe(head);

  const [first] = eventsIn(join(back, 'intake.sqlite'));
  const target = new EventImport(join(back, 'intake.sqlite'));
  target.add([
    { ...(first as NonNullable<typeof first>), stream: `opinion-${randomUUID()}`, id: randomUUID() as never },
  ]);
  target.close();
  const other = await move(back, '--from', 'kurrentdb', '--to', 'sqlite', '--service', 'intake').ended;
  expect(other).toMatchObject({ code: 2, err: expect.stringContaining('intake: the target holds more') });
}, 600_000);
