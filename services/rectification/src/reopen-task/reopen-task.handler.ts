import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { ReopenTask, type ReopeningRejection } from '@redress/contracts/rectification/reopen-task';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Policies } from '../policy/policies.js';
import { tasks } from '../task/task.js';
import { reopenTask } from './reopen-task.js';

@Controller()
export class ReopenTaskHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly policies: Policies,
  ) {}

  @MessagePattern(ReopenTask.subject)
  async reopen(
    @Payload('command') command: ReopenTask,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ReopeningRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    const decide = reopenTask(command, envelope.actor, today, await this.policies.on(today));
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }
}
