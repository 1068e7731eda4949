import type { Actor } from '@redress/contracts/envelope';
import type {
  NoteGoodPractice,
  NotingRejection,
  WithdrawalRejection,
  WithdrawGoodPractice,
} from '@redress/contracts/inspection/good-practice';
import type { PracticeEvent } from '@redress/contracts/inspection/practice.events';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { isRecused } from '../recusal/recusal.js';
import type { Standing } from '../visit/standing.js';
import type { KnownVisit, Visit } from '../visit/visit.js';
import type { Practice } from './practice.js';

type Decide<Reason extends string> = (practice: Practice) => Decision<PracticeEvent, Reason>;

/** What a unit does well, by an inspector of the visit or the head of the team; also after it was handed in. */
export const notePractice =
  (
    { visitId, practiceId, text }: NoteGoodPractice,
    actor: Actor,
    standing: Standing,
    visit: Visit,
  ): Decide<NotingRejection> =>
  (practice) => {
    if (visit.status === 'unknown') return reject('no-such-visit');
    const refused = refusalToNote(visit, actor, standing);
    if (refused) return reject(refused);
    if (practice.status !== 'unknown') {
      const { noted } = practice;
      return noted.visitId === visitId && noted.text === text ? [] : reject('practice-is-another');
    }
    if (visit.status === 'cancelled') return reject('visit-is-cancelled');
    if (visit.status === 'missed') return reject('visit-is-missed');
    if (visit.status === 'planned') return reject('visit-not-open');

    const { unit, roundId } = visit.plan;
    const { check } = standing;
    const data = {
      practiceId,
      visitId,
      ...(roundId && { roundId }),
      unit,
      text,
      ...(actor.person && { by: actor.person }),
      ...(check && { check }),
    };
    return [{ type: 'GoodPracticeNoted', data }];
  };

/** It was a mistake, says who noted it, the head of the team or the office. */
export const withdrawPractice =
  (
    { visitId, practiceId, reason }: WithdrawGoodPractice,
    actor: Actor,
    { part }: Standing,
  ): Decide<WithdrawalRejection> =>
  (practice) => {
    if (practice.status === 'unknown' || practice.noted.visitId !== visitId)
      return reject('no-such-practice');
    const isAuthor = actor.person !== undefined && actor.person === practice.noted.by;
    const isHead = actor.role === 'inspection' && part === 'head';
    if (actor.role !== 'office' && !isHead && !isAuthor) return reject('not-yours-to-withdraw');
    if (practice.status === 'withdrawn')
      return practice.reason === reason ? [] : reject('practice-is-withdrawn');

    const { roundId } = practice.noted;
    const data = { practiceId, visitId, ...(roundId && { roundId }), reason };
    return [{ type: 'GoodPracticeWithdrawn', data }];
  };

/** What a unit says well of itself is none. */
const refusalToNote = (
  { plan, inspectors }: KnownVisit,
  { role, person }: Actor,
  { part, check }: Standing,
): NotingRejection | undefined => {
  const isNamed = person !== undefined && inspectors.includes(person);
  if (plan.kind === 'self-check' || role !== 'inspection' || (!isNamed && part !== 'head'))
    return 'not-an-inspector-of-the-visit';
  if (!part) return 'not-in-the-team';
  return !check || isRecused(check) ? 'recused' : undefined;
};
