import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { RedirectOpinion } from '@redress/contracts/intake/redirect-opinion';
import type { OfficeRejection } from '@redress/contracts/intake/opinion-rejections';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { opinions } from '../opinion/opinion.js';
import { redirectOpinion } from './redirect-opinion.js';

@Controller()
export class RedirectOpinionHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(RedirectOpinion.subject)
  redirect(
    @Payload('command') command: RedirectOpinion,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<OfficeRejection>> {
    return transact(
      this.store,
      opinions,
      command.opinionId,
      envelope,
      redirectOpinion(command, envelope.actor),
    );
  }
}
