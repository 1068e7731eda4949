import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { CloseTask, type ClosingRejection } from '@redress/contracts/rectification/close-task';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Policies } from '../policy/policies.js';
import { tasks } from '../task/task.js';
import { closeTask } from './close-task.js';

@Controller()
export class CloseTaskHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly policies: Policies,
  ) {}

  @MessagePattern(CloseTask.subject)
  async close(
    @Payload('command') command: CloseTask,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ClosingRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    const { policy } = await this.policies.on(today);
    const decide = closeTask(command, envelope.actor, today, policy);
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }
}
