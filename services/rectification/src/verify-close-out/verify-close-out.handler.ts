import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  RejectCloseOut,
  type VerificationRejection,
  VerifyCloseOut,
} from '@redress/contracts/rectification/verify-close-out';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Standings } from '../membership/standings.js';
import { tasks } from '../task/task.js';
import { rejectCloseOut, verifyCloseOut } from './verify-close-out.js';

type Reply = Promise<Outcome<VerificationRejection>>;

@Controller()
export class VerifyCloseOutHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly standings: Standings,
  ) {}

  @MessagePattern(VerifyCloseOut.subject)
  async verify(@Payload('command') command: VerifyCloseOut, @Payload('envelope') envelope: Envelope): Reply {
    const today = this.clock.dayOf(envelope.happenedAt);
    const standing = await this.standings.of(envelope, command.taskId);
    const decide = verifyCloseOut(command, envelope.actor, today, standing);
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }

  @MessagePattern(RejectCloseOut.subject)
  async reject(@Payload('command') command: RejectCloseOut, @Payload('envelope') envelope: Envelope): Reply {
    const standing = await this.standings.of(envelope, command.taskId);
    const decide = rejectCloseOut(command, envelope.actor, standing);
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }
}
