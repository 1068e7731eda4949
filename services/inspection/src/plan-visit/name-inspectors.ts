import type { Actor } from '@redress/contracts/envelope';
import type { NameInspectors } from '@redress/contracts/inspection/plan-visit';
import type { VisitRejection } from '@redress/contracts/inspection/visit-words';
import type { VisitEvent } from '@redress/contracts/inspection/visit.events';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { isRecused } from '../recusal/recusal.js';
import { checkOfPlanner, refusalToPlan, type Standing } from '../visit/standing.js';
import type { Visit } from '../visit/visit.js';
import { IS_OVER } from '../visit/is-over.js';

/** Who is to go, with what was checked of each. `theirs` is how those that are named stand, in the same order. */
export const nameInspectors =
  ({ visitId, inspectors }: NameInspectors, actor: Actor, standing: Standing, theirs: readonly Standing[]) =>
  (visit: Visit): Decision<VisitEvent, VisitRejection> => {
    if (visit.status === 'unknown') return reject('no-such-visit');
    const refused = refusalToPlan(visit.plan, actor, standing);
    if (refused) return reject(refused);
    if (visit.plan.kind === 'self-check') return reject('self-check-has-no-inspectors');
    const over = IS_OVER[visit.status];
    if (over) return reject(over);
    if (inspectors.toSorted().join() === visit.inspectors.toSorted().join()) return [];
    const checks = theirs.map(({ check }) => check).filter((check) => check !== undefined);
    if (theirs.some(({ part }) => !part)) return reject('not-in-the-team');
    if (checks.length < inspectors.length || checks.some(isRecused)) return reject('recused');

    return [
      ...checkOfPlanner(visit, actor, standing),
      { type: 'InspectorsNamed', data: { visitId, inspectors, checks } },
    ];
  };
