import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { type ListingRejection, ListOpinion } from '@redress/contracts/intake/list-opinion';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { opinions } from '../opinion/opinion.js';
import { Severities } from '../severities/severities.js';
import { listOpinion } from './list-opinion.js';

@Controller()
export class ListOpinionHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly severities: Severities,
  ) {}

  @MessagePattern(ListOpinion.subject)
  async list(
    @Payload('command') command: ListOpinion,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ListingRejection>> {
    const severities = await this.severities.on(this.clock.dayOf(envelope.happenedAt));
    const decide = listOpinion(command, envelope.actor, severities);
    return transact(this.store, opinions, command.opinionId, envelope, decide);
  }
}
