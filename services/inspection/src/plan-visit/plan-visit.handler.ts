import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { NameInspectors, PlanVisit } from '@redress/contracts/inspection/plan-visit';
import type { VisitRejection } from '@redress/contracts/inspection/visit-words';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { Directory } from '../organisation/directory.js';
import { Checklists } from '../checklist/checklists.js';
import { rounds } from '../round/round.js';
import { isOfOthers } from '../visit/of-others.js';
import { Standings } from '../visit/standings.js';
import { visits } from '../visit/visit.js';
import { nameInspectors } from './name-inspectors.js';
import { asTheRoundHasIt, planVisit } from './plan-visit.js';

type Reply = Promise<Outcome<VisitRejection>>;

@Controller()
export class PlanVisitHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly standings: Standings,
    private readonly checklists: Checklists,
    private readonly directory: Directory,
  ) {}

  @MessagePattern(PlanVisit.subject)
  async plan(@Payload('command') command: PlanVisit, @Payload('envelope') envelope: Envelope): Reply {
    const { visitId, unit, on, roundId } = command;
    const { actor, happenedAt: now } = envelope;
    const today = this.clock.dayOf(now);
    const round = roundId && (await load(this.store, rounds, roundId));
    const { teamId, checklistId, checklistVersion } = asTheRoundHasIt(command, round);
    const [standing, hasTeam, checklist, isUnitThere] = await Promise.all([
      this.standings.ofPlannerAt({ unit, teamId }, actor, today),
      teamId !== undefined && this.standings.isTeamThere(teamId, on),
      checklistId && checklistVersion && this.checklists.version(checklistId, checklistVersion),
      this.directory.isThere(unit, on),
    ]);
    const ground = { round, hasTeam, hasChecklist: Boolean(checklist), isUnitThere };
    const decide = planVisit(command, actor, { today, now, standing }, ground);
    return transact(this.store, visits, visitId, envelope, decide);
  }

  /** As they stand on the day of the visit, or today when that has passed. */
  @MessagePattern(NameInspectors.subject)
  async name(@Payload('command') command: NameInspectors, @Payload('envelope') envelope: Envelope): Reply {
    const { visitId, inspectors } = command;
    const { actor, happenedAt } = envelope;
    const visit = await load(this.store, visits, visitId);
    if (visit.status === 'unknown' || isOfOthers(actor, visit.plan.unit))
      return { rejected: 'no-such-visit' };
    const today = this.clock.dayOf(happenedAt);
    const day = visit.on > today ? visit.on : today;
    const [standing, ...theirs] = await Promise.all([
      this.standings.ofPlannerAt(visit.plan, actor, today),
      ...inspectors.map((person) => this.standings.of(visit.plan, person, day)),
    ]);
    const decide = nameInspectors(command, actor, standing, theirs);
    return transact(this.store, visits, visitId, envelope, decide);
  }
}
