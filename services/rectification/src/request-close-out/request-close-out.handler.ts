import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { type CloseOutRejection, RequestCloseOut } from '@redress/contracts/rectification/request-close-out';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { tasks } from '../task/task.js';
import { requestCloseOut } from './request-close-out.js';

@Controller()
export class RequestCloseOutHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(RequestCloseOut.subject)
  request(
    @Payload('command') command: RequestCloseOut,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<CloseOutRejection>> {
    return transact(this.store, tasks, command.taskId, envelope, requestCloseOut(command, envelope.actor));
  }
}
