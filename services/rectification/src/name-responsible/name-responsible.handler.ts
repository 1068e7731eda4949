import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { NameResponsible, type NamingRejection } from '@redress/contracts/rectification/name-responsible';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { tasks } from '../task/task.js';
import { nameResponsible } from './name-responsible.js';

@Controller()
export class NameResponsibleHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(NameResponsible.subject)
  name(
    @Payload('command') command: NameResponsible,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<NamingRejection>> {
    return transact(this.store, tasks, command.taskId, envelope, nameResponsible(command, envelope.actor));
  }
}
