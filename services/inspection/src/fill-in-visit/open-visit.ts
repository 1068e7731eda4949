import type { Actor } from '@redress/contracts/envelope';
import type { VisitRejection } from '@redress/contracts/inspection/visit-words';
import type { VisitEvent } from '@redress/contracts/inspection/visit.events';
import type { Instant } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { checkFor, refusalToInspect, type Standing } from '../visit/standing.js';
import type { Visit } from '../visit/visit.js';
import { IS_OVER } from '../visit/is-over.js';
import { outsideOf } from './entries.js';

/** A named inspector begins at a moment, or the unit its self-check. */
export const openAt =
  (at: Instant, actor: Actor, standing: Standing, now: Instant) =>
  (visit: Visit): Decision<VisitEvent, VisitRejection> => {
    if (visit.status === 'unknown') return reject('no-such-visit');
    const { visitId, kind } = visit.plan;
    const over = IS_OVER[visit.status];
    if (over) return reject(over);
    if (kind !== 'self-check' && visit.inspectors.length === 0) return reject('no-inspectors-named');
    const refused = refusalToInspect(visit, actor, standing);
    if (refused) return reject(refused);
    if (visit.status !== 'planned') return [];
    const outside = outsideOf(visit, at, now);
    if (outside) return reject(outside);

    const by = actor.person && { by: actor.person };
    const opened: VisitEvent = { type: 'VisitOpened', data: { visitId, at, on: standing.on, ...by } };
    return [...checkFor(visit, standing), opened];
  };
