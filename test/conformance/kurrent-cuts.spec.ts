import { afterAll, expect, it } from '@jest/globals';
import { type Position, START } from '@redress/contracts/values';
import type { Recorded } from '@redress/contracts/event';
import { Clock } from '@redress/eventsourcing/clock';
import { counted, numbersIn } from '@redress/eventsourcing/counted.examples';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { eventually } from '@redress/messaging/nats-server.testing';
import { slicesUpTo } from '@redress/operations/engine';
import { openKurrent } from '@redress/operations/kurrent';
import { ledgerOf } from '@redress/operations/ledger';
import { inBatches } from '@redress/operations/move/batches';
import { moveLog } from '@redress/operations/move/move-log';
import type { When } from './doubles/cuts.js';
import { KurrentDouble } from './doubles/kurrent-double.js';
import { Unreliable } from './doubles/unreliable.js';
import { kurrentHome } from './kurrent-home.js';

// The connection is cut at each thing in turn that a client asks for: before it is done, or after, and before it is answered
// or when it is half answered.

const PATIENCE = { callMs: 3_000, appendMs: 8_000, silenceMs: 3_000, sliceMs: 3_000 };

const double = await KurrentDouble.start();
const between = await Unreliable.before(
  double.address,
  (port) => `kurrentdb://127.0.0.1:${port}?tls=false&discoveryInterval=20`,
);
const home = kurrentHome(between.url, PATIENCE);
const kurrent = openKurrent(between.url, `redress-test-${crypto.randomUUID()}`);

afterAll(async () => {
  home.close();
  kurrent.close();
  await between.stop();
  double.stop();
});

const cutAt = (n: number, when: When): void => {
  double.cuts.at(n, when, () => {
    between.cut();
  });
};

/** For `catch`: a fault that may pass. */
const mayPass = (error: unknown): undefined => {
  if (!(error instanceof StoreFault)) throw error;
  return undefined;
};

/** As soon as somebody answers. */
const answered = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  let answer: Answer | undefined;
  await eventually(async () => (answer = await ask().catch(mayPass)) !== undefined);
  return answer as Answer;
};

it.each(['before', 'after'] as const)(
  'loses nothing, doubles nothing and keeps the order, cut off %s anything that it asks for is done',
  async (when) => {
    const store = home.open();
    const seen: unknown[] = [];
    const stop = new AbortController();
    const following = (async () => {
      for await (const { events } of store.follow(START, ['a-'], stop.signal))
        seen.push(...numbersIn(events));
    })();
    const numbers: number[] = [];
    let last: Position = START;
    for (let wasCut = true; wasCut;) {
      const n = numbers.length;
      numbers.push(n);
      // Now with the follower at rest, now with it on its way.
      if (n % 2 === 0) await eventually(() => seen.length === n);
      cutAt(n + 1, when);
      const events = [counted(n)];
      const written = await answered(() => store.append('a-1', events, n - 1));
      expect(written.revision).toBe(n);
      const read = await answered(() => store.read('a-1'));
      expect(numbersIn(read)).toEqual(numbers);
      const slice = await answered(() => store.readAll(last, ['a-'], 99));
      expect(slice.events).toEqual(read.slice(n));
      last = await answered(() => store.last());
      expect(last).toBe(written.position);
      wasCut = double.cuts.wasCut();
    }
    expect(numbers.length).toBeGreaterThan(6);
    await eventually(() => seen.length >= numbers.length);
    stop.abort();
    await following;
    expect(seen).toEqual(numbers);
  },
);

const targetOf = (service: string) => {
  const importing = kurrent.import(service);
  return {
    slices: async function* () {
      yield* slicesUpTo(kurrent.store(service), await kurrent.end());
    },
    add: (events: readonly Recorded[]) => importing.add(events),
  };
};

const recorded = async (): Promise<readonly Recorded[]> => {
  const store = new InMemoryEventStore(new Clock());
  await store.append('a-1', [counted(1), counted(2)], -1);
  await store.append('b-1', [counted(3)], -1);
  await store.append('a-1', [counted(4)], 1);
  return (await store.readAll(START, [''], 9)).events;
};

it.each(['before', 'after'] as const)(
  'is moved whole, run again as often as it was cut off, %s anything that it asks for is done',
  async (when) => {
    const log = await recorded();
    let runs = 0;
    for (let wasCut = true; wasCut;) {
      runs += 1;
      const service = `${when}-${String(runs)}`;
      cutAt(runs, when);
      const moved = await answered(() => moveLog({ slices: () => inBatches(log, 3) }, targetOf(service)));
      expect(moved).toMatchObject({ events: 4, hash: ledgerOf(log).hash });
      wasCut = double.cuts.wasCut();
    }
    expect(runs).toBeGreaterThan(7);
  },
);

it('is not moved to where something else is, and is not hurt by the streams of others', async () => {
  const log = await recorded();
  const source = { slices: () => inBatches(log, 3) };
  await kurrent.store('intake2').append('a-1', [counted(7)], -1);
  expect(await moveLog(source, targetOf('intake'))).toMatchObject({ events: 4, before: 0 });
  const last = await kurrent.store('intake').last();
  const shorter = { slices: () => inBatches(log.slice(0, 3), 3) };
  await expect(moveLog(shorter, targetOf('intake'))).rejects.toThrow('the target holds more');
  const another = { slices: () => inBatches([{ ...log[0], ...counted(8) } as Recorded], 3) };
  await expect(moveLog(another, targetOf('intake'))).rejects.toThrow('the target holds Counted');
  expect(await kurrent.store('intake').last()).toBe(last);
});
