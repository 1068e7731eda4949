import { Injectable } from '@nestjs/common';
import type { Envelope } from '@redress/contracts/envelope';
import { lifted, type Recorded } from '@redress/contracts/event';
import { type IssueEvent, issueEvents } from '@redress/contracts/rectification/issue.events';
import type { IssueId, MessageId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { becauseOf, Reaction } from '@redress/messaging/reaction';
import { v5 as uuidOf } from 'uuid';
import { type Issue, issues } from '../issue/issue.js';
import { unmergeIssue } from '../merge-issue/merge-issue.js';
import { giveBack, takeIn } from './follow-source.js';
import { splitOff } from './split-off.js';

/**
 * The other side of what happens between issues: one takes in what was merged into it, keeps up with that, and gives
 * it back; a new one goes on the books when another is split.
 *
 * A merging is written to the source alone, and the stream of the target decides: one that was merged itself at the
 * same time takes nothing in, and the merging is undone.
 */
@Injectable()
export class FollowIssuesReaction extends Reaction {
  override readonly name = 'follow-issues';
  override readonly listensTo = 'rectification.issue.*';

  constructor(private readonly store: EventStore) {
    super();
  }

  override async react(recorded: Recorded): Promise<void> {
    const { type, data } = lifted<IssueEvent, Recorded>(issueEvents, recorded);
    switch (type) {
      case 'IssueMerged':
        await this.keepUp(data.into, data.issueId, recorded);
        return;
      case 'IssueUnmerged':
        await this.keepUp(data.from, data.issueId, recorded);
        return;
      case 'IssueSplit':
        await transact(
          this.store,
          issues,
          data.newIssueId,
          becauseOf(recorded),
          splitOff(data, recorded.actor.person),
        );
        return;
      case 'OpinionJoinedIssue':
        await this.keepTargetUp(data.issueId, recorded);
        return;
      case 'TaskBegunOnIssue':
      case 'TaskReassignedOnIssue':
      case 'TaskClosedOnIssue':
      case 'TaskReopenedOnIssue':
        if (data.stands === 'merged') await this.keepTargetUp(data.issueId, recorded);
        return;
      case 'IssueListed':
      case 'IssueListedFromFinding':
      case 'FindingNotListed':
      case 'IssueSplitOff':
      case 'IssueTakenIn':
      case 'IssueGivenBack':
      case 'IssueResolved':
      case 'IssueReopened':
    }
  }

  private async keepTargetUp(source: IssueId, recorded: Recorded): Promise<void> {
    const target = intoWhich(await load(this.store, issues, source));
    if (target) await this.keepUp(target, source, recorded);
  }

  /** With the source as it stands now; once more when that changed in between. */
  private async keepUp(target: IssueId, id: IssueId, recorded: Recorded): Promise<void> {
    for (let seen: number | undefined; ;) {
      const source = await load(this.store, issues, id);
      if (source.status === 'unlisted' || source.revision === seen) return;
      seen = source.revision;

      const { merging } = source;
      const decide =
        merging?.into === target ? takeIn(target, id, { ...source, merging }) : giveBack(target, id, source);
      const envelope = envelopeOf(recorded, `${target} ${String(seen)}`);
      const outcome = await transact(this.store, issues, target, envelope, decide);
      if (!('rejected' in outcome)) continue;
      if (outcome.rejected !== 'is-merged-itself')
        throw new Error(`${id} cannot go to ${target}: ${outcome.rejected}`);
      await this.undo(id, target, recorded);
    }
  }

  private async undo(issueId: IssueId, target: IssueId, recorded: Recorded): Promise<void> {
    const envelope = envelopeOf(recorded, 'undone');
    const unmerge = unmergeIssue({ issueId, reason: 'the other issue was merged itself' }, envelope.actor);
    const decide = (issue: Issue) => (intoWhich(issue) === target ? unmerge(issue) : []);
    await transact(this.store, issues, issueId, envelope, decide);
  }
}

const intoWhich = (issue: Issue): IssueId | undefined =>
  issue.status === 'unlisted' ? undefined : issue.merging?.into;

// What is written because of one event may come in several parts, each of them once.
const envelopeOf = (recorded: Recorded, part: string): Envelope => ({
  ...becauseOf(recorded),
  causationId: uuidOf(part, recorded.id) as MessageId,
});
