import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Recorded } from '@redress/contracts/event';
import { START } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { counted } from '@redress/eventsourcing/counted.examples';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';
import { endAll, run } from './store/child.js';

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-faults-'));
  file = join(folder, 'events.sqlite');
});

afterEach(() => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
});

const wholeLog = async (): Promise<readonly Recorded[]> => {
  const store = new SqliteEventStore(file, new Clock());
  const log: Recorded[] = [];
  for (let from = START, end = await store.last(); from < end;) {
    const { events, upTo } = await store.readAll(from, [''], 5_000);
    log.push(...events);
    from = upTo;
  }
  store.close();
  return log;
};

/** Every position from the first to the last, every revision of every stream, every event once. */
const expectWhole = (log: readonly Recorded[]): void => {
  expect(log.map(({ position }) => Number(position))).toEqual(log.map((_, index) => index + 1));
  const next = new Map<string, number>();
  for (const { stream, revision } of log) {
    expect(revision).toBe(next.get(stream) ?? 0);
    next.set(stream, revision + 1);
  }
  expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
};

const expectHolds = (log: readonly Recorded[], acknowledged: readonly string[]): void => {
  const ids = new Set<string>(log.map(({ id }) => id));
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
};

it('has everything it acknowledged after being killed again and again', async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < 12; round += 1) {
    const child = run('appender.mjs', [file, 'a', '16']);
    await child.printed(1 + Math.floor(Math.random() * 1_500));
    child.kill();
    expect((await child.ended).signal).toBe('SIGKILL');
    expect(child.lines.length).toBeGreaterThan(0);
    // A line that was cut short by the kill is no acknowledgement that anybody got.
    acknowledged.push(...child.lines.filter((line) => line.length === 36));
    const log = await wholeLog();
    expectWhole(log);
    expectHolds(log, acknowledged);
  }
}, 60_000);

it('keeps one order when two processes append to one file, and followers in both see all of it', async () => {
  const [writers, appends] = [8, 60];
  const total = 2 * writers * appends * 2;
  const followers = [run('follower.mjs', [file, String(total)]), run('follower.mjs', [file, String(total)])];
  await Promise.all(followers.map(({ printed }) => printed(1)));
  const appenders = ['a', 'b'].map((name) =>
    run('appender.mjs', [file, name, String(writers), String(appends)]),
  );
  for (const { ended, errors } of appenders) expect([(await ended).code, errors]).toEqual([0, []]);

  const log = await wholeLog();
  expect(log).toHaveLength(total);
  expectWhole(log);
  for (const { lines } of appenders) {
    expect(lines).toHaveLength(total / 2);
    expectHolds(log, lines);
  }
  for (const { ended, lines } of followers) {
    expect((await ended).code).toBe(0);
    expect(JSON.parse(lines[1] ?? '')).toEqual(log.map((_, index) => index + 1));
  }
}, 60_000);

it('loses nothing acknowledged when the disk is full, says so, and goes on when there is room again', async () => {
  const child = run('appender.mjs', [file, 'a', '16'], 2_000);
  expect(await child.ended).toEqual({ code: 3, signal: null });
  expect(child.errors[0]).toMatch(
    /^StoreFault: .*events\.sqlite: the disk (is full|cannot be read or written)/,
  );
  expect(child.lines.length).toBeGreaterThan(0);
  const log = await wholeLog();
  expectWhole(log);
  expectHolds(log, child.lines);

  const store = new SqliteEventStore(file, new Clock());
  const { position } = await store.append('count-after', [counted(1)], -1);
  expect(Number(position)).toBe(log.length + 1);
  store.close();
}, 60_000);
