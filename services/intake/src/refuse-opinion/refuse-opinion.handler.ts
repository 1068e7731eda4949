import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { RefuseOpinion } from '@redress/contracts/intake/refuse-opinion';
import type { OfficeRejection } from '@redress/contracts/intake/opinion-rejections';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { opinions } from '../opinion/opinion.js';
import { refuseOpinion } from './refuse-opinion.js';

@Controller()
export class RefuseOpinionHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(RefuseOpinion.subject)
  refuse(
    @Payload('command') command: RefuseOpinion,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<OfficeRejection>> {
    return transact(
      this.store,
      opinions,
      command.opinionId,
      envelope,
      refuseOpinion(command, envelope.actor),
    );
  }
}
