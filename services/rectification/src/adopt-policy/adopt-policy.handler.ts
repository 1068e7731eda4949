import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { type AdoptionRejection, AdoptPolicy } from '@redress/contracts/rectification/adopt-policy';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { BOOK, policyBook } from '../policy/book.js';
import { adoptPolicy } from './adopt-policy.js';

@Controller()
export class AdoptPolicyHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  @MessagePattern(AdoptPolicy.subject)
  adopt(
    @Payload('command') command: AdoptPolicy,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<AdoptionRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    return transact(this.store, policyBook, BOOK, envelope, adoptPolicy(command, envelope.actor, today));
  }
}
