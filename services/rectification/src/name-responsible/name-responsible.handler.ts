import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { NameResponsible, type NamingRejection } from '@redress/contracts/rectification/name-responsible';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Memberships } from '../membership/memberships.js';
import { asSeenBy } from '../task/as-seen-by.js';
import { tasks } from '../task/task.js';
import { nameResponsible } from './name-responsible.js';

@Controller()
export class NameResponsibleHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly memberships: Memberships,
  ) {}

  @MessagePattern(NameResponsible.subject)
  async name(
    @Payload('command') command: NameResponsible,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<NamingRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    const units = await this.memberships.unitsOf(command.responsible, today);
    const decide = nameResponsible(command, envelope.actor, units);
    return transact(this.store, tasks, command.taskId, envelope, asSeenBy(envelope.actor, decide));
  }
}
