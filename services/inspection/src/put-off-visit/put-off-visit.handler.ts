import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { CancelVisit, MissVisit, MoveVisit, type VisitRef } from '@redress/contracts/inspection/plan-visit';
import type { VisitRejection } from '@redress/contracts/inspection/visit-words';
import type { VisitEvent } from '@redress/contracts/inspection/visit.events';
import type { Day } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import type { Decision } from '@redress/eventsourcing/decision';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { isOfOthers } from '../visit/of-others.js';
import type { Standing } from '../visit/standing.js';
import { Standings } from '../visit/standings.js';
import { type Visit, visits } from '../visit/visit.js';
import { cancelVisit, missVisit, moveVisit } from './put-off-visit.js';

type Reply = Promise<Outcome<VisitRejection>>;
type Decide = (visit: Visit) => Decision<VisitEvent, VisitRejection>;

@Controller()
export class PutOffVisitHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly standings: Standings,
  ) {}

  @MessagePattern(MoveVisit.subject)
  move(@Payload('command') command: MoveVisit, @Payload('envelope') envelope: Envelope): Reply {
    return this.decided(command, envelope, (today, standing) =>
      moveVisit(command, envelope.actor, today, standing),
    );
  }

  @MessagePattern(CancelVisit.subject)
  cancel(@Payload('command') command: CancelVisit, @Payload('envelope') envelope: Envelope): Reply {
    return this.decided(command, envelope, (_, standing) => cancelVisit(command, envelope.actor, standing));
  }

  @MessagePattern(MissVisit.subject)
  miss(@Payload('command') command: MissVisit, @Payload('envelope') envelope: Envelope): Reply {
    return this.decided(command, envelope, (today, standing) =>
      missVisit(command, envelope.actor, today, standing),
    );
  }

  private async decided(
    { visitId }: VisitRef,
    envelope: Envelope,
    decide: (today: Day, standing: Standing) => Decide,
  ): Reply {
    const today = this.clock.dayOf(envelope.happenedAt);
    const visit = await load(this.store, visits, visitId);
    if (visit.status === 'unknown' || isOfOthers(envelope.actor, visit.plan.unit))
      return { rejected: 'no-such-visit' };
    const standing = await this.standings.ofPlannerAt(visit.plan, envelope.actor, today);
    return transact(this.store, visits, visitId, envelope, decide(today, standing));
  }
}
