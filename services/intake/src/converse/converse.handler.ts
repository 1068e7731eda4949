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
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { opinions } from '../opinion/opinion.js';
import { byReceipt } from '../receipt/by-receipt.js';
import { askSubmitter, submitterWrites } from './converse.js';

@Controller()
export class ConverseHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(AskSubmitter.subject)
  ask(
    @Payload('command') command: AskSubmitter,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<QuestionRejection>> {
    return transact(this.store, opinions, command.opinionId, envelope, askSubmitter(command, envelope.actor));
  }

  @MessagePattern(SubmitterWrites.subject)
  write(
    @Payload('command') command: SubmitterWrites,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<WritingRejection>> {
    return byReceipt(this.store, command, envelope, (opinionId) => submitterWrites(opinionId, command));
  }
}
