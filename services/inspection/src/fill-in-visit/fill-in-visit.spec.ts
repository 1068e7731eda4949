import { describe, expect, it } from '@jest/globals';
import type { VisitEntry } from '@redress/contracts/inspection/fill-in-visit';
import {
  answerItem,
  check,
  itemAnswered,
  laterDay,
  meetingNoted,
  personMet,
  plannedAt,
  recusalChecked,
  seenAt,
  visitId,
} from '@redress/contracts/inspection/visit.examples';
import { inspector, officer } from '@redress/contracts/rectification/people.examples';
import type { EntryId, Instant, ItemId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { cancelled, named, opened, signed, submitted } from '../visit/histories.examples.js';
import { asMember, asRecused, asStranger } from '../visit/standing.examples.js';
import { type KnownVisit, type Visit, visits } from '../visit/visit.js';
import { recordEntry } from './fill-in-visit.js';
import { writingBy } from './writing.examples.js';

const { given } = specFor(visits);
const { entryId, itemId, answer, note, files } = answerItem;
const entry: VisitEntry = { entryId, at: seenAt, item: { itemId, answer, note, files } };
const record = (change: Partial<VisitEntry> = {}, writing = writingBy()) =>
  recordEntry(visitId, { ...entry, ...change }, writing);
const before = '2026-03-19T07:59:59.999Z' as Instant;
const after = '2026-03-20T08:00:00.001Z' as Instant;

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
