import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { type LookBackRejection, RecordLookBack } from '@redress/contracts/rectification/look-back';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Standings } from '../membership/standings.js';
import { tasks } from '../task/task.js';
import { recordLookBack } from './look-back.js';

@Controller()
export class LookBackHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly standings: Standings,
  ) {}

  @MessagePattern(RecordLookBack.subject)
  async record(
    @Payload('command') command: RecordLookBack,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<LookBackRejection>> {
    const { actor, happenedAt } = envelope;
    const today = this.clock.dayOf(happenedAt);
    const standing = await this.standings.of(envelope, command.taskId);
    const decide = recordLookBack(command, actor, today, standing);
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }
}
