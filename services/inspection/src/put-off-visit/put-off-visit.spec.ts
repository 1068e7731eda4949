import { describe, it } from '@jest/globals';
import {
  cancelVisit as cancelling,
  check,
  laterDay,
  missVisit as missing,
  moveVisit as moving,
  recusalChecked,
  visitCancelled,
  visitDay,
  visitMissed,
  visitMoved,
} from '@redress/contracts/inspection/visit.examples';
import { inspector, officer, yesterday } from '@redress/contracts/rectification/people.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { cancelled, missed, named, opened, signed, submitted } from '../visit/histories.examples.js';
import { asHead, asMember, asRecused, asStranger } from '../visit/standing.examples.js';
import type { Standing } from '../visit/standing.js';
import { visits } from '../visit/visit.js';
import { cancelVisit, missVisit, moveVisit } from './put-off-visit.js';

const { given } = specFor(visits);
const move = (change: Partial<typeof moving> = {}, today = visitDay) =>
  moveVisit({ ...moving, ...change }, officer, today, asStranger);
const cancel = (change: Partial<typeof cancelling> = {}) =>
  cancelVisit({ ...cancelling, ...change }, officer, asStranger);
const miss = (change: Partial<typeof missing> = {}, today = visitDay) =>
  missVisit({ ...missing, ...change }, officer, today, asStranger);

describe('a visit is moved', () => {
  it('with its reason, also one that was missed', () => {
    given(...named)
      .when(move())
      .yields(visitMoved);
    given(...missed)
      .when(move())
      .yields(visitMoved);
    given(...missed)
      .when(move({ on: visitDay }))
      .yields(having(visitMoved, { on: visitDay }));
    given(...named, visitMoved)
      .when(move({ reason: 'Ice' }))
      .isRejected('moved-to-the-same-day');
    given(...named)
      .when(move({ on: visitDay }))
      .isRejected('moved-to-the-same-day');
    given(...named)
      .when(move({}, '2026-03-26' as typeof laterDay))
      .isRejected('planned-for-the-past');
  });

  it('before it begins, by who plans', () => {
    given().when(move()).isRejected('no-such-visit');
    given(...opened)
      .when(move())
      .isRejected('already-opened');
    given(...signed)
      .when(move())
      .isRejected('already-opened');
    given(...submitted)
      .when(move())
      .isRejected('visit-is-submitted');
    given(...cancelled)
      .when(move())
      .isRejected('visit-is-cancelled');
    given(...named)
      .when(moveVisit(moving, inspector, visitDay, asHead))
      .yields(visitMoved);
    given(...named)
      .when(moveVisit(moving, inspector, visitDay, asMember))
      .isRejected('may-not-plan-visits');
  });
});

describe('a visit is cancelled', () => {
  it('with its reason, before it begins, by who plans', () => {
    given(...named)
      .when(cancel())
      .yields(visitCancelled);
    given(...missed)
      .when(cancel())
      .yields(visitCancelled);
    given(...cancelled)
      .when(cancel({ reason: 'Another' }))
      .isRejected('visit-is-cancelled');
    given(...opened)
      .when(cancel())
      .isRejected('already-opened');
    given(...submitted)
      .when(cancel())
      .isRejected('visit-is-submitted');
    given().when(cancel()).isRejected('no-such-visit');
    given(...named)
      .when(cancelVisit(cancelling, inspector, asMember))
      .isRejected('may-not-plan-visits');
  });
});

describe('a visit is missed', () => {
  it('with its reason, once its day has come', () => {
    given(...named)
      .when(miss())
      .yields(visitMissed);
    given(...named)
      .when(miss({}, laterDay))
      .yields(visitMissed);
    given(...named)
      .when(miss({}, yesterday))
      .isRejected('not-due-yet');
    given(...missed)
      .when(miss({ reason: 'Another' }))
      .isRejected('visit-is-missed');
    given(...cancelled)
      .when(miss())
      .isRejected('visit-is-cancelled');
    given(...opened)
      .when(miss())
      .isRejected('already-opened');
    given(...submitted)
      .when(miss())
      .isRejected('visit-is-submitted');
    given().when(miss()).isRejected('no-such-visit');
    given(...named)
      .when(missVisit(missing, inspector, visitDay, asMember))
      .isRejected('may-not-plan-visits');
  });
});

it('who heads the team puts off nothing at a unit that they have to stay out of, and what was known is kept', () => {
  const asRecusedHead = { ...asRecused, part: 'head' } as const;
  const letPass = { ...check, on: laterDay };
  const onAnotherDay = { ...asHead, on: laterDay, check: letPass };
  const known = having(recusalChecked, { check: letPass });
  for (const rule of [
    (standing: Standing) => moveVisit(moving, inspector, visitDay, standing),
    (standing: Standing) => cancelVisit(cancelling, inspector, standing),
    (standing: Standing) => missVisit(missing, inspector, visitDay, standing),
  ]) {
    given(...named)
      .when(rule(asRecusedHead))
      .isRejected('recused');
    given(...named)
      .when(rule({ ...asHead, check: undefined }))
      .isRejected('recused');
  }
  given(...named)
    .when(moveVisit(moving, inspector, visitDay, onAnotherDay))
    .yields(known, visitMoved);
  given(...named)
    .when(cancelVisit(cancelling, inspector, onAnotherDay))
    .yields(known, visitCancelled);
  given(...named)
    .when(missVisit(missing, inspector, visitDay, onAnotherDay))
    .yields(known, visitMissed);
  given(...named)
    .when(cancelVisit(cancelling, officer, asRecusedHead))
    .yields(visitCancelled);
});
