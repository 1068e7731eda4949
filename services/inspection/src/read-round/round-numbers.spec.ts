import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '@redress/contracts/event';
import { roundId } from '@redress/contracts/inspection/round.examples';
import { today } from '@redress/contracts/rectification/people.examples';
import { type Position, type RoundId, START } from '@redress/contracts/values';
import { EventStore, type Slice } from '@redress/eventsourcing/event-store';
import { reportOf } from '../count-round/count-round.js';
import { asOf, called, positionAt, sampleLog } from '../count-round/log.examples.js';
import type { CalledOf } from './called-of.js';
import { digestOf } from './digest.js';
import { RoundNumbers } from './round-numbers.js';

/** A log that is told in pages of whole positions, and how often it was read. */
class LogStore extends EventStore {
  pages = 0;
  isGone = false;

  constructor(
    private readonly log: readonly Recorded[],
    private readonly atOnce: number,
  ) {
    super();
  }

  override read(stream: string): Promise<readonly Recorded[]> {
    if (this.isGone) return Promise.reject(new Error('gone'));
    return Promise.resolve(this.log.filter((event) => event.stream === stream));
  }

  override readAll(after: Position, prefixes: readonly string[]): Promise<Slice> {
    this.pages += 1;
    const later = this.log.filter(({ position }) => position > after);
    const upTo = later.slice(0, this.atOnce).at(-1)?.position ?? after;
    const events = later.filter(
      ({ stream, position }) => position <= upTo && prefixes.some((prefix) => stream.startsWith(prefix)),
    );
    return Promise.resolve({ events, upTo });
  }

  override last(): Promise<Position> {
    return Promise.resolve(this.log.at(-1)?.position ?? START);
  }

  override append(): Promise<never> {
    return Promise.reject(new Error('nothing is written here'));
  }

  override async *follow(): AsyncIterable<Slice> {
    await Promise.resolve();
    yield* [];
  }
}

const names = { by: () => Promise.resolve(called) } as unknown as CalledOf;
const expected = reportOf(roundId, sampleLog, asOf, called);

describe('the numbers of a round', () => {
  it.each([1, 2, 7, 1_000])('are those of its events, however many come at once: %i', async (atOnce) => {
    const counted = await new RoundNumbers(new LogStore(sampleLog, atOnce), names).of(roundId, asOf, today);
    expect(counted?.numbers).toEqual(expected);
    expect(counted).toMatchObject({ sha256: digestOf(expected ?? {}), hasLast: true });
  });

  it('are the same in a store where what was appended together stands at one position', async () => {
    // A round is planned with its units in one append, and a visit noted with what was checked.
    const together = sampleLog.map((event, index) => ({
      ...event,
      position: positionAt(index === 2 ? 2 : index === 5 ? 5 : index + 1),
    }));
    for (const atOnce of [1, 3]) {
      const counted = await new RoundNumbers(new LogStore(together, atOnce), names).of(roundId, asOf, today);
      expect(counted?.numbers.figures.map(({ key, value }) => [key, value])).toEqual(
        expected?.figures.map(({ key, value }) => [key, value]),
      );
      expect(counted?.numbers.events).toMatchObject({ count: sampleLog.length, last: expected?.events.last });
    }
  });

  it('go up to the position, or to the event wherever it stands', async () => {
    const numbers = new RoundNumbers(new LogStore(sampleLog, 4), names);
    const until = { upTo: positionAt(12), day: today };
    const short = reportOf(roundId, sampleLog.slice(0, 12), until, called);
    expect((await numbers.of(roundId, until, today))?.numbers).toEqual(short);
    const last = sampleLog[11]?.id;
    const found = await numbers.of(roundId, { upTo: positionAt(12), ...(last && { last }) }, today);
    expect(found?.numbers).toEqual(short);
    const gone = roundId as string as typeof last;
    const all = await numbers.of(roundId, { upTo: positionAt(12), ...(gone && { last: gone }) }, today);
    expect(all).toMatchObject({ hasLast: false, numbers: { events: { count: sampleLog.length } } });
  });

  it('are none of a round that was not planned by then', async () => {
    const numbers = new RoundNumbers(new LogStore(sampleLog, 4), names);
    expect(await numbers.of(roundId, { upTo: positionAt(1) }, today)).toBeUndefined();
    expect(await numbers.of('x' as RoundId, asOf, today)).toBeUndefined();
  });

  it('are counted once for all of their pages, and anew after others', async () => {
    const store = new LogStore(sampleLog, 1_000);
    const numbers = new RoundNumbers(store, names);
    await numbers.of(roundId, asOf, today);
    const { pages } = store;
    await Promise.all([numbers.of(roundId, asOf, today), numbers.of(roundId, asOf, today)]);
    expect(store.pages).toBe(pages);
    for (const place of [5, 6, 7, 8]) await numbers.of(roundId, { upTo: positionAt(place) }, today);
    const before = store.pages;
    await numbers.of(roundId, asOf, today);
    expect(store.pages).toBeGreaterThan(before);
  });

  it('are not kept when the log could not be read', async () => {
    const store = new LogStore(sampleLog, 1_000);
    const numbers = new RoundNumbers(store, names);
    store.isGone = true;
    await expect(numbers.of(roundId, asOf, today)).rejects.toThrow('gone');
    store.isGone = false;
    expect((await numbers.of(roundId, asOf, today))?.numbers).toEqual(expected);
  });
});
