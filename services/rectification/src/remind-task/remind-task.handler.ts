import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { type ReminderRejection, RemindTask } from '@redress/contracts/rectification/remind-task';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { tasks } from '../task/task.js';
import { remindTask } from './remind-task.js';

@Controller()
export class RemindTaskHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(RemindTask.subject)
  remind(
    @Payload('command') command: RemindTask,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ReminderRejection>> {
    return transact(this.store, tasks, command.taskId, envelope, remindTask(command, envelope.actor));
  }
}
