import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { AnswerCard, type CardAnswerRejection } from '@redress/contracts/rectification/answer-card';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { asSeenBy } from '../task/as-seen-by.js';
import { tasks } from '../task/task.js';
import { answerCard } from './answer-card.js';

@Controller()
export class AnswerCardHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  @MessagePattern(AnswerCard.subject)
  answer(
    @Payload('command') command: AnswerCard,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<CardAnswerRejection>> {
    const decide = answerCard(command, envelope.actor, this.clock.dayOf(envelope.happenedAt));
    return transact(this.store, tasks, command.taskId, envelope, asSeenBy(envelope.actor, decide));
  }
}
