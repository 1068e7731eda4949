import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { AcceptTask, type AcceptanceRejection } from '@redress/contracts/rectification/accept-task';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Memberships } from '../membership/memberships.js';
import { asSeenBy } from '../task/as-seen-by.js';
import { tasks } from '../task/task.js';
import { acceptTask } from './accept-task.js';

@Controller()
export class AcceptTaskHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly memberships: Memberships,
  ) {}

  @MessagePattern(AcceptTask.subject)
  async accept(
    @Payload('command') command: AcceptTask,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<AcceptanceRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    const units = await this.memberships.unitsOf(command.responsible, today);
    const decide = acceptTask(command, envelope.actor, units);
    return transact(this.store, tasks, command.taskId, envelope, asSeenBy(envelope.actor, decide));
  }
}
