import { expect, it } from '@jest/globals';
import { type Position, START } from '@redress/contracts/values';
import { counted, numbersIn } from './counted.examples.js';
import type { Home } from './event-store.conformance.js';
import type { EventStore } from './event-store.js';

/** Follows until `count` events were seen. */
const seenFrom = async (store: EventStore, from: Position, count: number): Promise<readonly unknown[]> => {
  const seen: unknown[] = [];
  const stop = new AbortController();
  for await (const { events } of store.follow(from, ['a-'], stop.signal)) {
    seen.push(...numbersIn(events));
    if (seen.length >= count) stop.abort();
  }
  return seen;
};

export const follows = ({ open, another }: Home): void => {
  it('follows from a position: what is there, then what comes', async () => {
    const store = await open();
    const { position } = await store.append('a-1', [counted(1)], -1);
    await store.append('a-1', [counted(2)], 0);
    const following = seenFrom(store, position, 3);
    await store.append('b-1', [counted(3)], -1);
    await store.append('a-1', [counted(4), counted(5)], 1);
    expect(await following).toEqual([2, 4, 5]);
  });

  it('wakes every follower at once, again and again', async () => {
    const store = await open();
    // What others have in a log that is shared is not looked through here.
    const { position } = await store.append('b-1', [counted(0)], -1);
    const followers = Array.from({ length: 3 }, () => seenFrom(store, position, 20));
    const started = performance.now();
    for (let n = 0; n < 20; n += 1) await store.append('a-1', [counted(n)], n - 1);
    const numbers = Array.from({ length: 20 }, (_, n) => n);
    for (const follower of followers) expect(await follower).toEqual(numbers);
    // Polled for, each of them could have taken a quarter of a second.
    expect(performance.now() - started).toBeLessThan(20 * 250);
  });

  it('says how far it looked where nothing was found', async () => {
    const store = await open();
    const { position } = await store.append('b-1', [counted(1)], -1);
    for await (const { events, upTo } of store.follow(START, ['a-'], new AbortController().signal)) {
      expect(events).toEqual([]);
      if (upTo >= position) break;
    }
  });

  it('ends when it is told to while it waits, and does not begin when it was told before', async () => {
    const store = await open();
    const stop = new AbortController();
    let ended = false;
    const following = (async () => {
      for await (const { events } of store.follow(START, ['a-'], stop.signal)) expect(events).toHaveLength(1);
      ended = true;
    })();
    await store.append('a-1', [counted(1)], -1);
    await seenFrom(store, START, 1);
    expect(ended).toBe(false);
    stop.abort();
    await following;
    for await (const slice of store.follow(START, ['a-'], stop.signal)) expect(slice).toBeUndefined();
  });

  it('sees what another store on the same data appends', async () => {
    const store = await open();
    const other = await another(store);
    const following = seenFrom(store, START, 3);
    await other.append('a-1', [counted(1)], -1);
    await store.append('a-1', [counted(2)], 0);
    await other.append('a-1', [counted(3)], 1);
    expect(await following).toEqual([1, 2, 3]);
    expect(numbersIn(await store.read('a-1'))).toEqual([1, 2, 3]);
  });
};
