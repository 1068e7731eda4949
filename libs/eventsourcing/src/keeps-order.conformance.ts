import { expect, it } from '@jest/globals';
import type { Recorded } from '@redress/contracts/event';
import { START } from '@redress/contracts/values';
import { counted } from './counted.examples.js';
import type { Home } from './event-store.conformance.js';
import type { EventStore } from './event-store.js';

const WRITERS = 8;
const APPENDS = 40;

/** Appends to a stream of its own, one to five events at a time; gives back how many in all. */
const write = async (store: EventStore, writer: number): Promise<number> => {
  let revision = -1;
  for (let n = 0; n < APPENDS; n += 1) {
    const events = Array.from({ length: ((writer + n) % 5) + 1 }, () => counted(n));
    ({ revision } = await store.append(`a-${String(writer)}`, events, revision));
  }
  return revision + 1;
};

export const keepsOrder = ({ open, another }: Home): void => {
  it('leaves no gap and changes no order under eight writers in two stores while others follow', async () => {
    const store = await open();
    const stores = [store, await another(store)] as const;
    const stop = new AbortController();
    const following = stores.map(async (followed) => {
      const seen: Recorded[] = [];
      for await (const { events } of followed.follow(START, ['a-'], stop.signal)) {
        seen.push(...events);
        if (seen.some(({ stream }) => stream === 'a-end')) return seen;
      }
      return seen;
    });
    const writers = Array.from({ length: WRITERS }, (_, n) => write(stores[n % 2] ?? store, n));
    const total = (await Promise.all(writers)).reduce((sum, count) => sum + count);
    await store.append('a-end', [counted(0)], -1);

    const log = (await store.readAll(START, [''], total + 9)).events;
    expect(log).toHaveLength(total + 1);
    const positions = log.map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].toSorted());
    for (let writer = 0; writer < WRITERS; writer += 1) {
      const stream = `a-${String(writer)}`;
      const revisions = log.filter((event) => event.stream === stream).map(({ revision }) => revision);
      expect(revisions).toEqual(revisions.map((_, n) => n));
    }
    for (const seen of await Promise.all(following)) expect(seen).toEqual(log);
    stop.abort();
  }, 60_000);
};
