import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { ChangeMeasures, type PlanChangeRejection } from '@redress/contracts/rectification/change-measures';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { asSeenBy } from '../task/as-seen-by.js';
import { tasks } from '../task/task.js';
import { changeMeasures } from './change-measures.js';

@Controller()
export class ChangeMeasuresHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(ChangeMeasures.subject)
  change(
    @Payload('command') command: ChangeMeasures,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<PlanChangeRejection>> {
    return transact(
      this.store,
      tasks,
      command.taskId,
      envelope,
      asSeenBy(envelope.actor, changeMeasures(command, envelope.actor)),
    );
  }
}
