import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { type AppraisalRejection, AppraiseOutcome } from '@redress/contracts/intake/appraise-outcome';
import { EventStore } from '@redress/eventsourcing/event-store';
import { byReceipt } from '../receipt/by-receipt.access.js';
import { appraiseOutcome } from './appraise-outcome.js';

@Controller()
export class AppraiseOutcomeHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(AppraiseOutcome.subject)
  appraise(
    @Payload('command') command: AppraiseOutcome,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<AppraisalRejection>> {
    return byReceipt(this.store, command, envelope, (opinionId) => appraiseOutcome(opinionId, command));
  }
}
