import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { ListOpinion } from '@redress/contracts/intake/list-opinion';
import type { OfficeRejection } from '@redress/contracts/intake/opinion-rejections';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { opinions } from '../opinion/opinion.js';
import { listOpinion } from './list-opinion.js';

@Controller()
export class ListOpinionHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(ListOpinion.subject)
  list(
    @Payload('command') command: ListOpinion,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<OfficeRejection>> {
    return transact(this.store, opinions, command.opinionId, envelope, listOpinion(command, envelope.actor));
  }
}
