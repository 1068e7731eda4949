import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { DrawCard, type DrawingRejection } from '@redress/contracts/rectification/draw-card';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Policies } from '../policy/policies.js';
import { tasks } from '../task/task.js';
import { drawCard } from './draw-card.js';

@Controller()
export class DrawCardHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly policies: Policies,
  ) {}

  @MessagePattern(DrawCard.subject)
  async draw(
    @Payload('command') command: DrawCard,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<DrawingRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    const decide = drawCard(command, envelope.actor, today, await this.policies.on(today));
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }
}
