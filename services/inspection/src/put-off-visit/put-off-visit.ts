import type { Actor } from '@redress/contracts/envelope';
import type { CancelVisit, MissVisit, MoveVisit } from '@redress/contracts/inspection/plan-visit';
import type { VisitRejection } from '@redress/contracts/inspection/visit-words';
import type { VisitEvent } from '@redress/contracts/inspection/visit.events';
import type { Day } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { checkOfPlanner, refusalToPlan, type Standing } from '../visit/standing.js';
import type { KnownVisit, Visit } from '../visit/visit.js';

type Decide = (visit: Visit) => Decision<VisitEvent, VisitRejection>;

/** A visit, planned or missed, is to take place on another day. */
export const moveVisit =
  ({ visitId, on, reason }: MoveVisit, actor: Actor, today: Day, standing: Standing): Decide =>
  (visit) => {
    if (visit.status === 'unknown') return reject('no-such-visit');
    const refused = refusalToPlan(visit.plan, actor, standing);
    if (refused) return reject(refused);
    if (visit.status === 'planned' && visit.on === on && visit.whyNot === reason) return [];
    const begun = BEGUN[visit.status];
    if (begun) return reject(begun);
    if (visit.status === 'cancelled') return reject('visit-is-cancelled');
    if (visit.status === 'planned' && on === visit.on) return reject('moved-to-the-same-day');
    if (on < today) return reject('planned-for-the-past');

    return [
      ...checkOfPlanner(visit, actor, standing),
      { type: 'VisitMoved', data: { visitId, from: visit.on, on, reason } },
    ];
  };

/** A visit, planned or missed, will not take place. */
export const cancelVisit =
  ({ visitId, reason }: CancelVisit, actor: Actor, standing: Standing): Decide =>
  (visit) => {
    if (visit.status === 'unknown') return reject('no-such-visit');
    const refused = refusalToPlan(visit.plan, actor, standing);
    if (refused) return reject(refused);
    if (visit.status === 'cancelled') return visit.whyNot === reason ? [] : reject('visit-is-cancelled');
    const begun = BEGUN[visit.status];
    if (begun) return reject(begun);

    return [...checkOfPlanner(visit, actor, standing), { type: 'VisitCancelled', data: { visitId, reason } }];
  };

/** A visit did not take place on its day. */
export const missVisit =
  ({ visitId, reason }: MissVisit, actor: Actor, today: Day, standing: Standing): Decide =>
  (visit) => {
    if (visit.status === 'unknown') return reject('no-such-visit');
    const refused = refusalToPlan(visit.plan, actor, standing);
    if (refused) return reject(refused);
    if (visit.status === 'missed') return visit.whyNot === reason ? [] : reject('visit-is-missed');
    if (visit.status === 'cancelled') return reject('visit-is-cancelled');
    const begun = BEGUN[visit.status];
    if (begun) return reject(begun);
    if (today < visit.on) return reject('not-due-yet');

    return [
      ...checkOfPlanner(visit, actor, standing),
      { type: 'VisitMissed', data: { visitId, on: visit.on, reason } },
    ];
  };

/** What takes place, or has, is not put off. */
const BEGUN: Readonly<Partial<Record<KnownVisit['status'], VisitRejection>>> = {
  opened: 'already-opened',
  signed: 'already-opened',
  submitted: 'visit-is-submitted',
};
