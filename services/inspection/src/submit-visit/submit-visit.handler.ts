import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { ReopenVisit, SignVisit, SubmitVisit } from '@redress/contracts/inspection/submit-visit';
import type { VisitRejection } from '@redress/contracts/inspection/visit-words';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Writings } from '../fill-in-visit/writings.js';
import { visits } from '../visit/visit.js';
import { reopenVisit, signVisit, submitVisit } from './submit-visit.js';

type Reply = Promise<Outcome<VisitRejection>>;

@Controller()
export class SubmitVisitHandler {
  constructor(
    private readonly store: EventStore,
    private readonly writings: Writings,
  ) {}

  @MessagePattern(SignVisit.subject)
  sign(@Payload('command') { visitId }: SignVisit, @Payload('envelope') envelope: Envelope): Reply {
    return this.decided(signVisit, visitId, envelope);
  }

  @MessagePattern(SubmitVisit.subject)
  submit(@Payload('command') { visitId }: SubmitVisit, @Payload('envelope') envelope: Envelope): Reply {
    return this.decided(submitVisit, visitId, envelope);
  }

  @MessagePattern(ReopenVisit.subject)
  async reopen(@Payload('command') command: ReopenVisit, @Payload('envelope') envelope: Envelope): Reply {
    const { actor, happenedAt } = envelope;
    const writing = await this.writings.in(command.visitId, envelope, [happenedAt]);
    if (!writing) return { rejected: 'no-such-visit' };
    const decide = reopenVisit(command, actor, writing.standingAt(happenedAt));
    return transact(this.store, visits, command.visitId, envelope, decide);
  }

  private async decided(rule: typeof signVisit, visitId: SignVisit['visitId'], envelope: Envelope): Reply {
    const { actor, happenedAt } = envelope;
    const writing = await this.writings.in(visitId, envelope, [happenedAt]);
    if (!writing) return { rejected: 'no-such-visit' };
    const decide = rule(actor, writing.standingAt(happenedAt), writing.checklist);
    return transact(this.store, visits, visitId, envelope, decide);
  }
}
