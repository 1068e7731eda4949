import { Injectable } from '@nestjs/common';
import type { Envelope } from '@redress/contracts/envelope';
import type { Day, Instant, VisitId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { Checklists } from '../checklist/checklists.js';
import { pinned } from '../pinned-checklist/pinned-checklist.js';
import { isOfOthers } from '../visit/of-others.js';
import { Standings } from '../visit/standings.js';
import { visits } from '../visit/visit.js';
import type { Writing } from './entries.js';

/** Gathers what is needed to write in a visit: what it asks, and how the writer stands on each day written about. */
@Injectable()
export class Writings {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly standings: Standings,
    private readonly checklists: Checklists,
  ) {}

  /**
   * For the moments that are named, and for that of the sending; undefined when there is no such visit. Which unit, team and checklist a visit is about
   * never changes, so that it does not matter what is recorded in between.
   * @throws ServiceUnavailable
   */
  async in(
    visitId: VisitId,
    { actor, happenedAt: now }: Envelope,
    moments: readonly Instant[],
  ): Promise<Writing | undefined> {
    const visit = await load(this.store, visits, visitId);
    if (visit.status === 'unknown' || isOfOthers(actor, visit.plan.unit)) return undefined;
    const { plan } = visit;
    const dayAt = new Map([...moments, now].map((at) => [at, this.clock.dayOf(at)] as const));
    const days = new Set<Day>(dayAt.values());
    const [checklist, ...standings] = await Promise.all([
      this.checklists.version(plan.checklistId, plan.checklistVersion),
      ...[...days].map((day) => this.standings.of(plan, actor.person, day)),
    ]);
    const byDay = new Map(standings.map((standing) => [standing.on, standing] as const));
    const standingAt = (at: Instant) => {
      const standing = byDay.get(dayAt.get(at) ?? this.clock.dayOf(at));
      if (!standing) throw new Error(`nobody asked how the writer stands at ${at}`);
      return standing;
    };
    return { actor, now, checklist: pinned(checklist ?? { sections: [] }), standingAt };
  }
}
