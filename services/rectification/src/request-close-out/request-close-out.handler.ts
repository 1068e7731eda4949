import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { type CloseOutRejection, RequestCloseOut } from '@redress/contracts/rectification/request-close-out';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Memberships } from '../membership/memberships.js';
import { asSeenBy } from '../task/as-seen-by.js';
import { tasks } from '../task/task.js';
import { requestCloseOut } from './request-close-out.js';

@Controller()
export class RequestCloseOutHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly memberships: Memberships,
  ) {}

  @MessagePattern(RequestCloseOut.subject)
  async request(
    @Payload('command') command: RequestCloseOut,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<CloseOutRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    const heads = await this.memberships.headsOf(envelope.actor.unit, today);
    const decide = requestCloseOut(command, envelope.actor, today, heads);
    return transact(this.store, tasks, command.taskId, envelope, asSeenBy(envelope.actor, decide));
  }
}
