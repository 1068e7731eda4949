import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, it } from '@jest/globals';
import { START } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { counted, numbersIn } from '@redress/eventsourcing/counted.examples';
import { conforms } from '@redress/eventsourcing/event-store.conformance';
import { newFolder } from './folders.examples.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const files = new Map<unknown, string>();
const opened = (file = `${newFolder()}/events.sqlite`, clock = new Clock()): SqliteEventStore => {
  const store = new SqliteEventStore(file, clock);
  files.set(store, file);
  return store;
};

conforms('SqliteEventStore', {
  open: (clock) => opened(undefined, clock),
  another: (store) => opened(files.get(store)),
});

afterEach(() => {
  for (const store of files.keys()) (store as SqliteEventStore).close();
  files.clear();
});

it('has everything after it was closed and opened again, and goes on from there', async () => {
  const store = opened();
  const { position } = await store.append('a-1', [counted(1), counted(2)], -1);
  store.close();
  const again = opened(files.get(store));
  expect(await again.last()).toBe(position);
  expect(numbersIn(await again.read('a-1'))).toEqual([1, 2]);
  expect(await again.append('a-1', [counted(3)], 1)).toMatchObject({ revision: 2 });
});

it('commits what is waiting when it is closed, ends who follows, and takes nothing more', async () => {
  const store = opened();
  const following = (async () => {
    const seen: unknown[] = [];
    for await (const { events } of store.follow(START, ['a-'], new AbortController().signal))
      seen.push(...numbersIn(events));
    return seen;
  })();
  await store.append('a-1', [counted(1)], -1);
  const waiting = store.append('a-1', [counted(2)], 0);
  store.close();
  expect(await waiting).toMatchObject({ revision: 1 });
  await expect(store.append('a-1', [counted(3)], 1)).rejects.toThrow('events.sqlite: the store is closed');
  await expect(store.read('a-1')).rejects.toThrow('the store is closed');
  expect((await following).slice(0, 1)).toEqual([1]);
  expect(numbersIn(await opened(files.get(store)).read('a-1'))).toEqual([1, 2]);
});

it('refuses an event that stands in another stream, or only part of what it has', async () => {
  const store = opened();
  const [first, second] = [counted(1), counted(2)];
  await store.append('a-1', [first], -1);
  await expect(store.append('b-1', [first], -1)).rejects.toThrow('UNIQUE constraint failed: events.id');
  await expect(store.append('a-1', [counted(3), first, second], 0)).rejects.toThrow('UNIQUE');
  expect(numbersIn((await store.readAll(START, [''], 9)).events)).toEqual([1]);
});

it('hands out large events a few at a time', async () => {
  const store = opened();
  const large = Array.from({ length: 30 }, (_, n) => counted(n, 'x'.repeat(800_000)));
  await store.append('a-1', large, -1);
  const first = await store.readAll(START, [''], 1_000);
  expect(first.events.length).toBeLessThan(30);
  expect(first.upTo).toBe(first.events.at(-1)?.position);
  const second = await store.readAll(first.upTo, [''], 1_000);
  expect(numbersIn([...first.events, ...second.events])).toEqual(large.map((_, n) => n));
});

it('looks at a stretch of a long log at a time for what is rare in it', async () => {
  const store = opened();
  const file = files.get(store) ?? '';
  await store.append('a-1', [counted(1)], -1);
  const raw = new DatabaseSync(file);
  raw.exec(`WITH RECURSIVE n (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM n WHERE n < 50000)
    INSERT INTO events SELECT n, 'b-1', n - 2, 'id' || n, '{}' FROM n`);
  raw.close();
  await store.append('a-1', [counted(2)], 0);
  const seen: unknown[] = [];
  let slices = 0;
  for (let from = START, end = await store.last(); from < end; slices += 1) {
    const { events, upTo } = await store.readAll(from, ['a-'], 9);
    seen.push(...numbersIn(events));
    from = upTo;
  }
  expect(seen).toEqual([1, 2]);
  expect(slices).toBe(3);
});

it('keeps up with another process while that one goes on appending', async () => {
  const ours = opened();
  const another = opened(files.get(ours));
  const stop = new AbortController();
  const began = performance.now();
  let seen = 0;
  await another.append('a-1', [counted(1)], -1);
  // Each is appended when the one before was seen.
  for await (const { events } of ours.follow(START, ['a-'], stop.signal)) {
    seen += events.length;
    if (seen === 60) stop.abort();
    else if (events.length > 0) await another.append('a-1', [counted(seen + 1)], seen - 1);
  }
  expect(seen).toBe(60);
  // At the pace at which it looks when nothing happens it would be 15 s.
  expect(performance.now() - began).toBeLessThan(10_000);
});
