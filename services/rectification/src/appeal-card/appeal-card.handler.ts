import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  AppealCard,
  type AppealDecisionRejection,
  type AppealRejection,
  DecideAppeal,
} from '@redress/contracts/rectification/appeal-card';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Policies } from '../policy/policies.js';
import { asSeenBy } from '../task/as-seen-by.js';
import { tasks } from '../task/task.js';
import { appealCard, decideAppeal } from './appeal-card.js';

@Controller()
export class AppealCardHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly policies: Policies,
  ) {}

  @MessagePattern(AppealCard.subject)
  appeal(
    @Payload('command') command: AppealCard,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<AppealRejection>> {
    const decide = appealCard(command, envelope.actor, this.clock.dayOf(envelope.happenedAt));
    return transact(this.store, tasks, command.taskId, envelope, asSeenBy(envelope.actor, decide));
  }

  @MessagePattern(DecideAppeal.subject)
  async decide(
    @Payload('command') command: DecideAppeal,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<AppealDecisionRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    const decide = decideAppeal(command, envelope.actor, today, await this.policies.on(today));
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }
}
