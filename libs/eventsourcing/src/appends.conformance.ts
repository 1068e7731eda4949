import { expect, it } from '@jest/globals';
import type { Recorded } from '@redress/contracts/event';
import { type Instant, type KeyId, type MessageId, START } from '@redress/contracts/values';
import fc from 'fast-check';
import { Clock, StoppedClock } from './clock.js';
import { counted, counts, envelope, numbersIn } from './counted.examples.js';
import type { Home } from './event-store.conformance.js';
import { type EventStore, EventTooLarge, MAX_EVENT_BYTES, type Slice, WrongRevision } from './event-store.js';
import { InMemoryEventStore } from './in-memory-event-store.js';
import { transact } from './transact.js';

const SEALED: NonNullable<Recorded['sealed']> = {
  by: { key: '0190a5c4-0000-7000-8000-0000000000ff' as KeyId, text: 'c2VhbGVk', proof: 'cHJvb2Y' },
};

export const appends = ({ open }: Home): void => {
  it('gives back what was appended, in order and from a revision on', async () => {
    const store = await open();
    expect(await store.read('a-1')).toEqual([]);
    expect(await store.append('a-1', [counted(1), counted(2)], -1)).toMatchObject({ revision: 1 });
    await store.append('a-1', [counted(3)], 1);
    expect(numbersIn(await store.read('a-1'))).toEqual([1, 2, 3]);
    expect(numbersIn(await store.read('a-1', 2))).toEqual([3]);
    expect(await store.read('a-1', 3)).toEqual([]);
    expect(await store.read('a-11')).toEqual([]);
  });

  it('gives back every word of an event, and says when and where it was recorded', async () => {
    const recordedAt = '2026-03-21T09:00:00.000Z' as Instant;
    const store = await open(new StoppedClock(recordedAt));
    const data = { n: 1, by: 'A3区“噪音” 😀 \n \u0000 \\', list: [null, true, 1.5, { deep: '' }] };
    const event = { ...counted(1), data, sealed: SEALED };
    const { revision, position } = await store.append('a-1', [event], -1);
    const recorded = { ...event, stream: 'a-1', revision, position, recordedAt };
    expect(await store.read('a-1')).toStrictEqual([recorded]);
    expect((await store.readAll(START, [''], 9)).events).toStrictEqual([recorded]);
  });

  it('keeps of who acts without a name the hour alone, and of all others the moment', async () => {
    const store = await open(new StoppedClock('2026-03-21T09:59:59.999Z' as Instant));
    await store.append('a-1', [counted(1), { ...counted(2), actor: { role: 'submitter' } }, counted(3)], -1);
    expect((await store.read('a-1')).map(({ recordedAt }) => recordedAt)).toEqual([
      '2026-03-21T09:59:59.999Z',
      '2026-03-21T09:00:00.000Z',
      '2026-03-21T09:59:59.999Z',
    ]);
  });

  it('gives back what is sealed beside the data', async () => {
    const store = await open();
    const key = '0190a5c4-0000-7aaa-8aaa-00000000000f' as KeyId;
    const sealed = { 'list.0.name': { key, text: 'c2VhbGVk', proof: 'cHJvb2Y=' } };
    await store.append('a-1', [{ ...counted(1), sealed }], -1);
    expect(await store.read('a-1')).toMatchObject([{ sealed }]);
    expect((await store.readAll(START, [''], 9)).events).toMatchObject([{ sealed }]);
  });

  it('refuses any other revision, of a stream that is there and of one that is not, and appends nothing', async () => {
    const store = await open();
    await store.append('a-1', [counted(1)], -1);
    for (const expected of [-1, 1, 7])
      await expect(store.append('a-1', [counted(2)], expected)).rejects.toBeInstanceOf(WrongRevision);
    for (const expected of [0, 3])
      await expect(store.append('b-1', [counted(2)], expected)).rejects.toThrow(
        `b-1 stands at revision -1, not ${String(expected)}`,
      );
    expect(numbersIn((await store.readAll(START, [''], 9)).events)).toEqual([1]);
  });

  it('is not hurt by a conflict: whoever looks again may append', async () => {
    const store = await open();
    const outcomes = await Promise.allSettled([1, 2, 3].map((n) => store.append('a-1', [counted(n)], -1)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await store.append('a-1', [counted(4)], 0)).toMatchObject({ revision: 1 });

    const add = () => [{ type: 'Counted' as const, data: { n: 1, by: 'me' } }];
    const writers = Array.from({ length: 5 }, (_, n) => ({
      ...envelope,
      causationId: `0190a5c4-0000-7000-8000-0000000000${String(n + 10)}` as MessageId,
    }));
    await Promise.all(writers.map((writer) => transact(store, counts, '1', writer, add)));
    expect(await store.read('count-1')).toHaveLength(5);
  });

  it('appends all or none: one event of too many bytes refuses the others, and hurts no other append', async () => {
    const store = await open();
    const large = counted(2, '噪'.repeat(Math.ceil(MAX_EVENT_BYTES / 3)));
    const both = store.append('a-1', [counted(1), large], -1);
    const other = store.append('b-1', [counted(3)], -1);
    await expect(both).rejects.toBeInstanceOf(EventTooLarge);
    expect(await other).toMatchObject({ revision: 0 });
    await expect(store.append('a-1', [counted(1, 'x'.repeat(1_048_576))], -1)).rejects.toThrow(
      /^Counted has 10\d{5} bytes; an event may have 900000$/,
    );
    await store.append('a-1', [counted(4, 'x'.repeat(MAX_EVENT_BYTES - 1_000))], -1);
    expect(numbersIn((await store.readAll(START, [''], 9)).events)).toEqual([3, 4]);
  });

  it('refuses to append nothing', async () => {
    await expect((await open()).append('a-1', [], -1)).rejects.toThrow('nothing to append');
  });

  it('never records an event as older than the one before it', async () => {
    const clock = new SetClock();
    const store = await open(clock);
    const moments = ['2026-03-21T09:00:00.000Z', '2026-03-21T08:00:00.000Z', '2026-03-21T10:00:00.000Z'];
    for (const [index, moment] of moments.entries()) {
      clock.moment = moment as Instant;
      await store.append('a-1', [counted(index)], index - 1);
    }
    const recorded = (await store.read('a-1')).map(({ recordedAt }) => recordedAt);
    expect(recorded).toEqual([moments[0], moments[0], moments[2]]);
  });

  it('does in any order of appends what the store in memory does', async () => {
    const appending = fc.record({
      stream: fc.constantFrom('a-1', 'a-2', 'b-1'),
      size: fc.integer({ min: 1, max: 3 }),
      expected: fc.integer({ min: -1, max: 6 }),
      again: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(appending, { maxLength: 25 }), async (steps) => {
        const clock = new StoppedClock('2026-03-21T09:00:00.000Z' as Instant);
        const stores = [await open(clock), new InMemoryEventStore(clock)] as const;
        const answers: unknown[][] = [[], []];
        let last = { stream: 'a-1', events: [counted(0)] };
        for (const { stream, size, expected, again } of steps) {
          if (!again) last = { stream, events: Array.from({ length: size }, (_, n) => counted(n)) };
          const append = (store: EventStore): Promise<unknown> =>
            store.append(last.stream, last.events, expected).catch((error: unknown) => error);
          for (const [index, store] of stores.entries()) answers[index]?.push(await append(store));
        }
        const [ours, inMemory] = await Promise.all(stores.map((store) => store.readAll(START, [''], 99)));
        expect(placed(answers[0], ours)).toEqual(placed(answers[1], inMemory));
        expect(placed(ours?.events, ours)).toStrictEqual(placed(inMemory?.events, inMemory));
      }),
      { numRuns: 30 },
    );
  }, 180_000);
};

/** Positions differ between stores; what is the same is the place of each in the log. */
const placed = (answers: readonly unknown[] = [], { events }: Pick<Slice, 'events'> = { events: [] }) =>
  answers.map((answer) =>
    answer instanceof Error
      ? answer
      : {
          ...(answer as Recorded),
          position: events.findIndex(({ position }) => position === (answer as Recorded).position),
        },
  );

class SetClock extends Clock {
  moment = '' as Instant;
  override now(): Instant {
    return this.moment;
  }
}
