import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  RejectCloseOut,
  type VerificationRejection,
  VerifyCloseOut,
} from '@redress/contracts/rectification/verify-close-out';
import type { UnitId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Memberships } from '../membership/memberships.js';
import { tasks } from '../task/task.js';
import { rejectCloseOut, verifyCloseOut } from './verify-close-out.js';

type Reply = Promise<Outcome<VerificationRejection>>;

@Controller()
export class VerifyCloseOutHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly memberships: Memberships,
  ) {}

  @MessagePattern(VerifyCloseOut.subject)
  async verify(@Payload('command') command: VerifyCloseOut, @Payload('envelope') envelope: Envelope): Reply {
    const today = this.clock.dayOf(envelope.happenedAt);
    const decide = verifyCloseOut(command, envelope.actor, today, await this.unitsOf(envelope));
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }

  @MessagePattern(RejectCloseOut.subject)
  async reject(@Payload('command') command: RejectCloseOut, @Payload('envelope') envelope: Envelope): Reply {
    const decide = rejectCloseOut(command, envelope.actor, await this.unitsOf(envelope));
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }

  private unitsOf({ actor: { person }, happenedAt }: Envelope): Promise<readonly UnitId[]> {
    return this.memberships.unitsOf(person, this.clock.dayOf(happenedAt));
  }
}
