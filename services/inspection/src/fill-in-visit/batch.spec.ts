import { describe, expect, it } from '@jest/globals';
import type { VisitEntry } from '@redress/contracts/inspection/fill-in-visit';
import {
  answerItem,
  batchRecorded,
  check,
  inspectorsNamed,
  plannedAt,
  recusalChecked,
  seenAt,
  submitBatch as sent,
  visitId,
  visitOpened,
  visitPlanned,
} from '@redress/contracts/inspection/visit.examples';
import type { Day, EntryId, Instant, ItemId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import fc from 'fast-check';
import { named, opened } from '../visit/histories.examples.js';
import { asMember, asRecused } from '../visit/standing.examples.js';
import { type KnownVisit, type Visit, visits } from '../visit/visit.js';
import { refusedOf, submitBatch } from './fill-in-visit.js';
import { writingBy } from './writing.examples.js';

const { given } = specFor(visits);
const { entryId } = answerItem;
const after = '2026-03-20T08:00:00.001Z' as Instant;

describe('a batch', () => {
  it('is recorded in one go, and opens the visit if it says when that was', () => {
    given(...opened)
      .when(submitBatch(sent, writingBy()))
      .yields(batchRecorded);
    given(...named)
      .when(submitBatch(sent, writingBy()))
      .isRejected('visit-not-open');
    given(...named)
      .when(submitBatch({ ...sent, openedAt: seenAt }, writingBy()))
      .yields(visitOpened, batchRecorded);
    given(...named)
      .when(submitBatch({ ...sent, openedAt: after }, writingBy()))
      .isRejected('in-the-future');
    given().when(submitBatch(sent, writingBy())).isRejected('no-such-visit');
  });

  it('is taken when it was written on another day, and how the sender stands today is kept beside', () => {
    const tomorrow = '2026-03-21' as Day;
    const now = '2026-03-21T08:00:00.000Z' as Instant;
    const today = { ...asRecused, on: tomorrow, check: { ...asRecused.check, ...check, on: tomorrow } };
    const later = { ...writingBy(), now, standingAt: (at: Instant) => (at === now ? today : asMember) };
    given(...opened)
      .when(submitBatch(sent, later))
      .yields(having(recusalChecked, { check: today.check }), batchRecorded);
    given(...opened, batchRecorded)
      .when(submitBatch(sent, later))
      .changesNothing();
  });

  it('is recorded but for what cannot be, of which is told why', () => {
    const wrong = { entryId, at: after, met: { name: 'Wang' } };
    const batch = { ...sent, entries: [...sent.entries, wrong] };
    given(...opened)
      .when(submitBatch(batch, writingBy()))
      .yields(batchRecorded);
    const state = [...opened, batchRecorded].reduce<Visit>(visits.evolve, visits.initial) as KnownVisit;
    expect(refusedOf(batch, writingBy())(state)).toEqual([{ entryId, reason: 'in-the-future' }]);
    expect(refusedOf(sent, writingBy())(state)).toEqual([]);
    const [one] = sent.entries as [VisitEntry];
    const twice = { ...sent, entries: [...sent.entries, { ...one, at: plannedAt }] };
    expect(refusedOf(twice, writingBy())(state)).toContainEqual({
      entryId: one.entryId,
      reason: 'entry-id-is-taken',
    });
    expect(refusedOf({ ...sent, entries: [...sent.entries, ...sent.entries] }, writingBy())(state)).toEqual(
      [],
    );
  });

  it('is split over several events when it is long', () => {
    const long = 'x'.repeat(5_000);
    const entries = Array.from({ length: 100 }, (_, n) => ({
      entryId: `0190a5c4-6666-7aaa-8aaa-${String(n).padStart(12, '0')}` as EntryId,
      at: seenAt,
      item: { itemId: 'what-else' as ItemId, answer: { text: long } },
    }));
    const state = opened.reduce<Visit>(visits.evolve, visits.initial);
    const decision = submitBatch({ ...sent, entries }, writingBy())(state);
    if ('rejected' in decision) throw new Error(decision.rejected);
    expect(decision.length).toBeGreaterThan(1);
    expect(decision.flatMap(({ data }) => ('entries' in data ? data.entries : []))).toHaveLength(100);
    for (const event of decision) expect(JSON.stringify(event).length).toBeLessThan(201_000);
  });

  it('ends up the same however it is torn, repeated and shuffled', () => {
    const items = sent.entries.map(({ item }) => item);
    const entries = fc.array(fc.record({ item: fc.constantFrom(...items) }), { minLength: 1, maxLength: 12 });
    const send = (state: Visit, some: readonly VisitEntry[]): Visit => {
      if (some.length === 0) return state;
      const decision = submitBatch({ visitId, openedAt: seenAt, entries: [...some] }, writingBy())(state);
      if ('rejected' in decision) throw new Error(decision.rejected);
      return decision.reduce(visits.evolve, state);
    };
    const start = [visitPlanned, inspectorsNamed].reduce<Visit>(visits.evolve, visits.initial);
    fc.assert(
      fc.property(entries, fc.nat(12), fc.infiniteStream(fc.nat()), (written, half, order) => {
        // Two answers to an item in the same moment would stand by which came first.
        const all = written.map(({ item }, n): VisitEntry => ({
          entryId: `0190a5c4-6666-7aaa-8aaa-${String(n).padStart(12, '0')}` as EntryId,
          at: `2026-03-20T07:${String(n).padStart(2, '0')}:00.000Z` as Instant,
          item,
        }));
        const shuffled = all
          .map((one) => ({ one, by: order.next().value as number }))
          .toSorted((a, b) => a.by - b.by)
          .map(({ one }) => one);
        const whole = send(start, all) as KnownVisit;
        const torn = [
          shuffled.slice(half),
          shuffled.slice(0, half),
          all.slice(0, half),
          shuffled,
          all,
        ].reduce(send, start) as KnownVisit;
        expect(torn.answers).toEqual(whole.answers);
        expect(new Set(torn.entries.values())).toEqual(new Set(whole.entries.values()));
        expect(submitBatch({ visitId, entries: shuffled }, writingBy())(torn)).toEqual([]);
      }),
    );
  });
});
