import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  type AcknowledgementRejection,
  AcknowledgeOpinion,
} from '@redress/contracts/intake/acknowledge-opinion';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { asSeenBy } from '../opinion/as-seen-by.js';
import { opinions } from '../opinion/opinion.js';
import { acknowledgeOpinion } from './acknowledge-opinion.js';

@Controller()
export class AcknowledgeOpinionHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(AcknowledgeOpinion.subject)
  acknowledge(
    @Payload('command') command: AcknowledgeOpinion,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<AcknowledgementRejection>> {
    return transact(
      this.store,
      opinions,
      command.opinionId,
      envelope,
      asSeenBy(envelope.actor, acknowledgeOpinion(command, envelope.actor)),
    );
  }
}
