import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { type AnswerRejection, AnswerOpinion } from '@redress/contracts/intake/answer-opinion';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { asSeenBy } from '../opinion/as-seen-by.js';
import { opinions } from '../opinion/opinion.js';
import { answerOpinion } from './answer-opinion.js';

@Controller()
export class AnswerOpinionHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(AnswerOpinion.subject)
  answer(
    @Payload('command') command: AnswerOpinion,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<AnswerRejection>> {
    return transact(
      this.store,
      opinions,
      command.opinionId,
      envelope,
      asSeenBy(envelope.actor, answerOpinion(command, envelope.actor)),
    );
  }
}
