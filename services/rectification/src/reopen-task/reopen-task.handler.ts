import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { ReopenTask, type ReopeningRejection } from '@redress/contracts/rectification/reopen-task';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { tasks } from '../task/task.js';
import { reopenTask } from './reopen-task.js';

@Controller()
export class ReopenTaskHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(ReopenTask.subject)
  reopen(
    @Payload('command') command: ReopenTask,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ReopeningRejection>> {
    return transact(this.store, tasks, command.taskId, envelope, reopenTask(command, envelope.actor));
  }
}
