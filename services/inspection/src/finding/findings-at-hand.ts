import { Injectable } from '@nestjs/common';
import type { Envelope } from '@redress/contracts/envelope';
import type { Instant, PersonId, UnitId, VisitId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { Checklists } from '../checklist/checklists.js';
import { isOn } from '../dated/dated.js';
import { pinned } from '../pinned-checklist/pinned-checklist.js';
import { Recusals } from '../recusal/recusals.js';
import { teams } from '../team/team.js';
import { isOfOthers } from '../visit/of-others.js';
import { Standings } from '../visit/standings.js';
import { type KnownVisit, visits } from '../visit/visit.js';
import type { Ground } from './grounds-of-words.js';
import type { Writer } from './who-writes.js';

export type AtHand = { readonly ground: Ground; readonly writer: Writer };

/** Gathers what is needed to act on a finding: its visit, what was asked there, and how whoever acts stands to it. */
@Injectable()
export class FindingsAtHand {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly standings: Standings,
    private readonly checklists: Checklists,
    private readonly recusals: Recusals,
  ) {}

  /**
   * As it is on the day of a moment; `units`: those that are concerned besides the inspected one. Undefined when there is no
   * such visit.
   * @throws ServiceUnavailable while the directory does not say.
   */
  async of(
    visitId: VisitId,
    { actor }: Envelope,
    at: Instant,
    units: readonly UnitId[] = [],
  ): Promise<AtHand | undefined> {
    const visit = await load(this.store, visits, visitId);
    if (visit.status === 'unknown' || isOfOthers(actor, visit.plan.unit)) return undefined;
    const { plan } = visit;
    const on = this.clock.dayOf(at);
    const [checklist, standing] = await Promise.all([
      this.checklists.version(plan.checklistId, plan.checklistVersion),
      this.standings.of(plan, actor.person, on),
    ]);
    const all = new Set([plan.unit, ...units]);
    const check =
      actor.person && all.size > 1 ? await this.recusals.check(actor.person, [...all], on) : standing.check;
    const ground = { visit, checklist: pinned(checklist ?? { sections: [] }) };
    return { ground, writer: { actor, standing: { ...standing, check: check && plain(check) } } };
  }

  /** Who heads the team of a visit on the day of a moment. */
  async headsOf({ plan }: KnownVisit, at: Instant): Promise<readonly PersonId[]> {
    if (!plan.teamId) return [];
    const on = this.clock.dayOf(at);
    const team = await load(this.store, teams, plan.teamId);
    if (team.status !== 'formed') return [];
    return team.members
      .filter((member) => member.part === 'head' && isOn(member, on))
      .map(({ person }) => person);
  }
}

/** As it comes back from the store. */
const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
