import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { CloseTask, type ClosingRejection } from '@redress/contracts/rectification/close-task';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { tasks } from '../task/task.js';
import { closeTask } from './close-task.js';

@Controller()
export class CloseTaskHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(CloseTask.subject)
  close(
    @Payload('command') command: CloseTask,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ClosingRejection>> {
    return transact(this.store, tasks, command.taskId, envelope, closeTask(command, envelope.actor));
  }
}
