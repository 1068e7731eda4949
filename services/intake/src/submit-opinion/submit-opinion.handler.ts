import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  type SubmissionRejection,
  type Submitted,
  SubmitOpinion,
} from '@redress/contracts/intake/submit-opinion';
import type { CaseId, MessageId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { v5 as uuidOf } from 'uuid';
import { opinions } from '../opinion/opinion.js';
import { opinionIdOf, shown } from '../receipt/receipt-code.js';
import { keptOf } from '../receipt/verifier.js';
import { Receipts } from '../receipt/receipts.js';
import { senderOf, submitOpinion } from './submit-opinion.js';

@Controller()
export class SubmitOpinionHandler {
  constructor(
    private readonly store: EventStore,
    private readonly receipts: Receipts,
  ) {}

  @MessagePattern(SubmitOpinion.subject)
  async submit(
    @Payload('command') command: SubmitOpinion,
    @Payload('envelope') { actor, happenedAt }: Envelope,
  ): Promise<Outcome<SubmissionRejection, Submitted>> {
    const { key, ...content } = command;
    const receipt = this.receipts.draw(actor.person, key);
    const opinionId = opinionIdOf(receipt);
    const envelope: Envelope = {
      actor: senderOf(command, actor),
      correlationId: opinionId as string as CaseId,
      // Of the content, not of who sent it: the log must not lead back to a sender, and other content is no repeat.
      causationId: uuidOf(JSON.stringify(content), opinionId) as MessageId,
      happenedAt,
    };
    const decide = submitOpinion(opinionId, command, actor, await keptOf(receipt));
    const outcome = await transact(this.store, opinions, opinionId, envelope, decide);
    if ('rejected' in outcome) return outcome;
    const { revision, position } = outcome;
    return { revision, position, receipt: shown(receipt), opinionId };
  }
}
