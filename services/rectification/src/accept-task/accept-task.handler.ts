import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { AcceptTask, type AcceptanceRejection } from '@redress/contracts/rectification/accept-task';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { tasks } from '../task/task.js';
import { acceptTask } from './accept-task.js';

@Controller()
export class AcceptTaskHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(AcceptTask.subject)
  accept(
    @Payload('command') command: AcceptTask,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<AcceptanceRejection>> {
    return transact(this.store, tasks, command.taskId, envelope, acceptTask(command, envelope.actor));
  }
}
