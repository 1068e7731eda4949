import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  MergeIssue,
  type MergingRejection,
  UnmergeIssue,
  type UnmergingRejection,
} from '@redress/contracts/rectification/merge-issue';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { issues } from '../issue/issue.js';
import { mergeIssue, unmergeIssue } from './merge-issue.js';

@Controller()
export class MergeIssueHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(MergeIssue.subject)
  async merge(
    @Payload('command') command: MergeIssue,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<MergingRejection>> {
    const target = await load(this.store, issues, command.into);
    const decide = mergeIssue(command, envelope.actor, target);
    return transact(this.store, issues, command.issueId, envelope, decide);
  }

  @MessagePattern(UnmergeIssue.subject)
  unmerge(
    @Payload('command') command: UnmergeIssue,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<UnmergingRejection>> {
    return transact(this.store, issues, command.issueId, envelope, unmergeIssue(command, envelope.actor));
  }
}
