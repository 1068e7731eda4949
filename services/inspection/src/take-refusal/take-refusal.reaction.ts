import { Injectable } from '@nestjs/common';
import { lifted, type Recorded } from '@redress/contracts/event';
import { type IssueEvent, issueEvents } from '@redress/contracts/rectification/issue.events';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { becauseOf, Reaction } from '@redress/messaging/reaction';
import { findings } from '../finding/finding.js';
import { takeRefusal } from './take-refusal.js';

/** What rectification does not put on the books comes back. */
@Injectable()
export class TakeRefusalReaction extends Reaction {
  override readonly name = 'take-refusal';
  override readonly listensTo = 'rectification.issue.FindingNotListed';

  constructor(private readonly store: EventStore) {
    super();
  }

  override async react(recorded: Recorded): Promise<void> {
    const { type, data } = lifted<IssueEvent, Recorded>(issueEvents, recorded);
    if (type !== 'FindingNotListed') return;
    const decide = takeRefusal(data.attempt, data.reason);
    await transact(this.store, findings, data.findingId, becauseOf(recorded), decide);
  }
}
