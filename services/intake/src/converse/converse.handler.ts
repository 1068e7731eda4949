import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  AskSubmitter,
  type QuestionRejection,
  SubmitterWrites,
  type WritingRejection,
} from '@redress/contracts/intake/converse';
import type { OpinionId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { asSeenBy } from '../opinion/as-seen-by.js';
import { opinions } from '../opinion/opinion.js';
import { byReceipt, byReceiptOnPart } from '../receipt/by-receipt.access.js';
import { askSubmitter, submitterWrites } from './converse.js';

@Controller()
export class ConverseHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(AskSubmitter.subject)
  ask(
    @Payload('command') command: AskSubmitter,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<QuestionRejection>> {
    return transact(
      this.store,
      opinions,
      command.opinionId,
      envelope,
      asSeenBy(envelope.actor, askSubmitter(command, envelope.actor)),
    );
  }

  @MessagePattern(SubmitterWrites.subject)
  write(
    @Payload('command') command: SubmitterWrites,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<WritingRejection>> {
    const { part } = command;
    const decide = (opinionId: OpinionId) => submitterWrites(opinionId, command);
    return part === undefined
      ? byReceipt(this.store, command, envelope, decide)
      : byReceiptOnPart(this.store, command, part, envelope, decide);
  }
}
