import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { PlanMeasures, type PlanRejection } from '@redress/contracts/rectification/plan-measures';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { asSeenBy } from '../task/as-seen-by.js';
import { tasks } from '../task/task.js';
import { planMeasures } from './plan-measures.js';

@Controller()
export class PlanMeasuresHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(PlanMeasures.subject)
  plan(
    @Payload('command') command: PlanMeasures,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<PlanRejection>> {
    return transact(
      this.store,
      tasks,
      command.taskId,
      envelope,
      asSeenBy(envelope.actor, planMeasures(command, envelope.actor)),
    );
  }
}
