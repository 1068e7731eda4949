import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  AnswerReview,
  RequestReview,
  type ReviewAnswerRejection,
  type ReviewRequestRejection,
} from '@redress/contracts/rectification/review-task';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Standings } from '../membership/standings.js';
import { Policies } from '../policy/policies.js';
import { asSeenBy } from '../task/as-seen-by.js';
import { tasks } from '../task/task.js';
import { authorsOf } from './authors.js';
import { answerReview, requestReview } from './review-task.js';

@Controller()
export class ReviewTaskHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly standings: Standings,
    private readonly policies: Policies,
  ) {}

  @MessagePattern(RequestReview.subject)
  async request(
    @Payload('command') command: RequestReview,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ReviewRequestRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    const { policy } = await this.policies.on(today);
    const decide = requestReview(command, envelope.actor, today, policy);
    return transact(this.store, tasks, command.taskId, envelope, asSeenBy(envelope.actor, decide));
  }

  @MessagePattern(AnswerReview.subject)
  async answer(
    @Payload('command') command: AnswerReview,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ReviewAnswerRejection>> {
    const { actor, happenedAt } = envelope;
    const today = this.clock.dayOf(happenedAt);
    const standing = await this.standings.of(envelope, command.taskId);
    const authors = await authorsOf(this.store, command.taskId);
    const decide = answerReview(command, actor, today, standing, authors);
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }
}
