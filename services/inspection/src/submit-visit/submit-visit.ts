import type { Actor } from '@redress/contracts/envelope';
import { ITEM_RESULTS, type VisitRejection } from '@redress/contracts/inspection/visit-words';
import type { ReopenVisit } from '@redress/contracts/inspection/submit-visit';
import type { Submission, VisitEvent } from '@redress/contracts/inspection/visit.events';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { PinnedChecklist } from '../pinned-checklist/pinned-checklist.js';
import { isRecused } from '../recusal/recusal.js';
import { checkFor, refusalToInspect, refusalToSign, type Standing } from '../visit/standing.js';
import type { KnownVisit, Visit } from '../visit/visit.js';
import { IS_OVER } from '../visit/is-over.js';

type Decide = (visit: Visit) => Decision<VisitEvent, VisitRejection>;

/** The head puts a name to all answers as they stand. What is filled in afterwards takes a new signature. */
export const signVisit =
  (actor: Actor, standing: Standing, checklist: PinnedChecklist): Decide =>
  (visit) => {
    if (visit.status === 'unknown') return reject('no-such-visit');
    const over = IS_OVER[visit.status];
    if (over) return reject(over);
    const refused = refusalToSign(visit, actor, standing);
    if (refused) return reject(refused);
    if (visit.status === 'planned') return reject('visit-not-open');
    if (visit.status === 'signed') return [];
    if ([...checklist.keys()].some((itemId) => !visit.answers.has(itemId))) return reject('items-unanswered');

    const by = actor.person && { by: actor.person };
    const { visitId } = visit.plan;
    return [...checkFor(visit, standing), { type: 'VisitSigned', data: { visitId, ...by } }];
  };

/** The head, or one of the inspectors, hands in what the head has signed. */
export const submitVisit =
  (actor: Actor, standing: Standing, checklist: PinnedChecklist): Decide =>
  (visit) => {
    if (visit.status === 'unknown') return reject('no-such-visit');
    if (visit.status === 'cancelled') return reject('visit-is-cancelled');
    if (visit.status === 'missed') return reject('visit-is-missed');
    const refused = refusalToInspect(visit, actor, standing);
    if (refused && refusalToSign(visit, actor, standing)) return reject(refused);
    if (visit.status === 'submitted') return [];
    if (visit.status === 'planned') return reject('visit-not-open');
    if (visit.status === 'opened') return reject('not-signed');

    const submitted: VisitEvent = {
      type: 'VisitSubmitted',
      data: { ...aboutOf(visit), ...submissionOf(visit, checklist) },
    };
    return [...checkFor(visit, standing), submitted];
  };

/** The office, by somebody who need not stay out of it, gives a visit back to be changed. */
export const reopenVisit =
  ({ entryId, reason }: ReopenVisit, actor: Actor, standing: Standing): Decide =>
  (visit) => {
    if (visit.status === 'unknown') return reject('no-such-visit');
    if (actor.role !== 'office') return reject('not-the-office');
    if (standing.check && isRecused(standing.check)) return reject('recused');
    const before = visit.reopenings.get(entryId);
    if (before !== undefined) return before === reason ? [] : reject('entry-id-is-taken');
    if (visit.status !== 'submitted') return reject('not-submitted');

    return [
      ...checkFor(visit, standing),
      { type: 'VisitReopened', data: { ...aboutOf(visit), entryId, reason } },
    ];
  };

const aboutOf = ({ plan: { on: _, plannedAt: __, ...about } }: KnownVisit) => about;

const submissionOf = (visit: KnownVisit, checklist: PinnedChecklist): Submission => {
  const { plan, inspectors, opened, signed, answers } = visit;
  const given = [...answers.values()];
  const count = (result: string): number => given.filter((answer) => answer.result === result).length;
  const signedBy = signed?.by && { signedBy: signed.by };
  return {
    seenOn: opened?.on ?? plan.on,
    inspectors,
    ...signedBy,
    results: Object.fromEntries(
      ITEM_RESULTS.map((result) => [result, count(result)]),
    ) as Submission['results'],
    failed: [...checklist.values()].flatMap(({ itemId, text, mustFind }) => {
      const answer = answers.get(itemId);
      return answer?.result === 'fails' ? [{ itemId, entryId: answer.entryId, text, mustFind }] : [];
    }),
  };
};
