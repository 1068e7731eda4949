import { describe, it } from '@jest/globals';
import {
  check,
  laterDay,
  recusalChecked,
  seenAt,
  selfCheckPlanned,
  visitOpened,
  visitPlanned,
} from '@redress/contracts/inspection/visit.examples';
import { inspector, lead, officer, stranger } from '@redress/contracts/rectification/people.examples';
import type { Instant } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { cancelled, missed, named, signed, submitted } from '../visit/histories.examples.js';
import { asEmployee, asMember, asRecused, asStranger } from '../visit/standing.examples.js';
import { visits } from '../visit/visit.js';
import { openAt } from './open-visit.js';

const { given } = specFor(visits);
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
