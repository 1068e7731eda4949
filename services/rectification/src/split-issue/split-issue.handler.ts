import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { SplitIssue, type SplittingRejection } from '@redress/contracts/rectification/split-issue';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { issues } from '../issue/issue.js';
import { Policies } from '../policy/policies.js';
import { splitIssue } from './split-issue.js';

@Controller()
export class SplitIssueHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly policies: Policies,
  ) {}

  @MessagePattern(SplitIssue.subject)
  async split(
    @Payload('command') command: SplitIssue,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<SplittingRejection>> {
    const { status } = await load(this.store, issues, command.newIssueId);
    const { policy } = await this.policies.on(this.clock.dayOf(envelope.happenedAt));
    const around = { isTaken: status !== 'unlisted', severities: policy.severities };
    const decide = splitIssue(command, envelope.actor, around);
    return transact(this.store, issues, command.issueId, envelope, decide);
  }
}
