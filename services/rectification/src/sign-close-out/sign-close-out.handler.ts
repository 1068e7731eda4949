import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { SignCloseOut, type SigningRejection } from '@redress/contracts/rectification/sign-close-out';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Memberships } from '../membership/memberships.js';
import { asSeenBy } from '../task/as-seen-by.js';
import { tasks } from '../task/task.js';
import { signCloseOut } from './sign-close-out.js';

@Controller()
export class SignCloseOutHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly memberships: Memberships,
  ) {}

  @MessagePattern(SignCloseOut.subject)
  async sign(
    @Payload('command') command: SignCloseOut,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<SigningRejection>> {
    const { actor, happenedAt } = envelope;
    const heads = await this.memberships.headsOf(actor.unit, this.clock.dayOf(happenedAt));
    return transact(
      this.store,
      tasks,
      command.taskId,
      envelope,
      asSeenBy(envelope.actor, signCloseOut(command, actor, heads)),
    );
  }
}
