import { describe, expect, it } from '@jest/globals';
import type { VisitEntry } from '@redress/contracts/inspection/fill-in-visit';
import {
  answerItem,
  batchRecorded,
  check,
  inspectorsNamed,
  itemAnswered,
  laterDay,
  meetingNoted,
  personMet,
  plannedAt,
  recusalChecked,
  seenAt,
  selfCheckPlanned,
  submitBatch as sent,
  visitId,
  visitOpened,
  visitPlanned,
} from '@redress/contracts/inspection/visit.examples';
import { inspector, lead, officer, stranger } from '@redress/contracts/rectification/people.examples';
import type { EntryId, Instant, ItemId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import fc from 'fast-check';
import { cancelled, missed, named, opened, signed, submitted } from '../visit/histories.examples.js';
import { asEmployee, asMember, asRecused, asStranger } from '../visit/standing.examples.js';
import { type KnownVisit, type Visit, visits } from '../visit/visit.js';
import { recordEntry, refusedOf, submitBatch } from './fill-in-visit.js';
import { openAt } from './open-visit.js';
import { writingBy } from './writing.examples.js';

const { given } = specFor(visits);
const { entryId, itemId, answer, note, files } = answerItem;
const entry: VisitEntry = { entryId, at: seenAt, item: { itemId, answer, note, files } };
const record = (change: Partial<VisitEntry> = {}, writing = writingBy()) =>
  recordEntry(visitId, { ...entry, ...change }, writing);
const before = '2026-03-19T07:59:59.999Z' as Instant;
const after = '2026-03-20T08:00:00.001Z' as Instant;
const open = openAt(seenAt, inspector, asMember, seenAt);

describe('a visit is opened', () => {
  it('by a named inspector, or a self-check by the unit', () => {
    given(...named)
      .when(open)
      .yields(visitOpened);
    given(selfCheckPlanned)
      .when(openAt(seenAt, lead, asEmployee, seenAt))
      .yields(having(visitOpened, { by: lead.person }));
    given(selfCheckPlanned)
      .when(openAt(seenAt, stranger, asEmployee, seenAt))
      .isRejected('not-the-inspected-unit');
    given(selfCheckPlanned).when(open).isRejected('not-the-inspected-unit');
    given(...named)
      .when(openAt(seenAt, officer, asMember, seenAt))
      .isRejected('not-an-inspector-of-the-visit');
    given(visitPlanned).when(open).isRejected('no-inspectors-named');
    given().when(open).isRejected('no-such-visit');
  });

  it('with a check of the day, when it is another day or other facts', () => {
    const later = { ...check, on: laterDay };
    given(...named)
      .when(openAt(seenAt, inspector, { ...asMember, on: laterDay, check: later }, seenAt))
      .yields(having(recusalChecked, { check: later }), having(visitOpened, { on: laterDay }));
  });

  it('by nobody who has a part in the unit by then, or left the team', () => {
    given(...named)
      .when(openAt(seenAt, inspector, asRecused, seenAt))
      .isRejected('recused');
    given(...named)
      .when(openAt(seenAt, inspector, asStranger, seenAt))
      .isRejected('not-in-the-team');
  });

  it('now or in the past, after it was planned, and once', () => {
    given(...named)
      .when(openAt(after, inspector, asMember, seenAt))
      .isRejected('in-the-future');
    given(...named)
      .when(openAt(before, inspector, asMember, seenAt))
      .isRejected('before-it-was-planned');
    given(...signed)
      .when(open)
      .changesNothing();
    given(...submitted)
      .when(open)
      .isRejected('visit-is-submitted');
    given(...cancelled)
      .when(open)
      .isRejected('visit-is-cancelled');
    given(...missed)
      .when(open)
      .isRejected('visit-is-missed');
  });
});

describe('an entry', () => {
  it('is an answer, or somebody who was met', () => {
    given(...opened)
      .when(record())
      .yields(itemAnswered);
    const { name, capacity } = personMet;
    given(...opened)
      .when(recordEntry(visitId, { entryId: personMet.entryId, met: { name, capacity } }, writingBy()))
      .yields(meetingNoted);
  });

  it('is of the moment at which it is sent, unless it says another', () => {
    const timeless = { entryId, item: { itemId, answer, note, files } };
    given(...opened)
      .when(recordEntry(visitId, timeless, writingBy()))
      .yields(itemAnswered);
    const later = { ...writingBy(), now: after };
    given(...opened, itemAnswered)
      .when(recordEntry(visitId, timeless, later))
      .changesNothing();
    given(...opened)
      .when(record({ at: after }))
      .isRejected('in-the-future');
    given(...opened)
      .when(record({ at: before }))
      .isRejected('before-it-was-planned');
    given(...opened)
      .when(record({ at: plannedAt }))
      .yields(
        having(itemAnswered, {
          entries: itemAnswered.data.entries.map((one) => ({ ...one, at: plannedAt })),
        }),
      );
  });

  it('is one thing, and answers what is asked', () => {
    given(...opened)
      .when(record({ met: { name: 'Wang' } }))
      .isRejected('answer-does-not-fit');
    given(...opened)
      .when(recordEntry(visitId, { entryId }, writingBy()))
      .isRejected('answer-does-not-fit');
    const item = { itemId: 'else' as ItemId, answer };
    given(...opened)
      .when(record({ item }))
      .isRejected('no-such-item');
    given(...opened)
      .when(record({ item: { itemId, answer: { number: 1 } } }))
      .isRejected('answer-does-not-fit');
  });

  it('is written once under its id', () => {
    given(...submitted)
      .when(record())
      .changesNothing();
    given(...signed)
      .when(record({ at: plannedAt }))
      .isRejected('entry-id-is-taken');
  });

  it('is written while the visit is open, and takes the signature away', () => {
    given().when(record()).isRejected('no-such-visit');
    given(...named)
      .when(record())
      .isRejected('visit-not-open');
    const fresh = { entryId: personMet.entryId };
    given(...submitted)
      .when(record(fresh))
      .isRejected('visit-is-submitted');
    given(...cancelled)
      .when(record())
      .isRejected('visit-is-cancelled');
    const state = [...signed, meetingNoted].reduce<Visit>(visits.evolve, visits.initial);
    expect(state.status).toBe('opened');
  });

  it('is written by an inspector, who is checked again', () => {
    given(...opened)
      .when(record({}, writingBy(officer)))
      .isRejected('not-an-inspector-of-the-visit');
    given(...opened)
      .when(record({}, writingBy(inspector, asRecused)))
      .isRejected('recused');
    given(...opened)
      .when(record({}, writingBy(inspector, asStranger)))
      .isRejected('not-in-the-team');
    const facts = { ...check.facts, interests: [], belongings: [] };
    const lately = { ...check, on: laterDay, facts };
    given(...opened)
      .when(record({}, writingBy(inspector, { ...asMember, on: laterDay, check: lately })))
      .yields(having(recusalChecked, { check: lately }), itemAnswered);
  });
});

describe('of several answers to an item', () => {
  const other = '0190a5c4-6666-7aaa-8aaa-000000000099' as EntryId;
  const answered = (at: Instant) => ({
    ...itemAnswered,
    data: {
      ...itemAnswered.data,
      entries: itemAnswered.data.entries.map((one) => ({ ...one, entryId: other, at })),
    },
  });
  const standing = (...events: readonly Parameters<typeof visits.evolve>[1][]) =>
    (events.reduce<Visit>(visits.evolve, visits.initial) as KnownVisit).answers.get(itemId)?.entryId;

  it('the one that was given last stands, and of the same moment the one that was recorded last', () => {
    expect(standing(...opened, itemAnswered, answered(plannedAt))).toBe(entryId);
    expect(standing(...opened, answered(plannedAt), itemAnswered)).toBe(entryId);
    expect(standing(...opened, itemAnswered, answered(seenAt))).toBe(other);
  });
});

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
