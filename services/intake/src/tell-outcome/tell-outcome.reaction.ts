import { Injectable } from '@nestjs/common';
import { lifted, type Recorded } from '@redress/contracts/event';
import { issueEvents } from '@redress/contracts/rectification/issue.events';
import type { OpinionId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { becauseOf, Reaction } from '@redress/messaging/reaction';
import { opinions } from '../opinion/opinion.js';
import { tellOutcome, withdrawOutcome } from './tell-outcome.js';

export class UnknownOpinions extends Error {
  override readonly name = 'UnknownOpinions';

  constructor(opinions: readonly OpinionId[]) {
    super(`nobody sent ${opinions.join(', ')}`);
  }
}

/** Each submitter whose opinion led to an issue hears how it ended, and when that does not hold any more. */
@Injectable()
export class TellOutcomeReaction extends Reaction {
  override readonly name = 'tell-outcome';
  // One reaction for both, so that what was resolved and reopened is told in that order.
  override readonly listensTo = 'rectification.issue.*';

  constructor(private readonly store: EventStore) {
    super();
  }

  override async react(event: Recorded): Promise<void> {
    const { type, data } = lifted(issueEvents, event);
    if (type !== 'IssueResolved' && type !== 'IssueReopened') return;

    const unknown: OpinionId[] = [];
    for (const opinionId of data.opinions) {
      const end = { opinionId, about: opinionId, issueId: data.issueId };
      const decide = type === 'IssueResolved' ? tellOutcome(end, data) : withdrawOutcome(end, data);
      const told = await transact(this.store, opinions, opinionId, becauseOf(event), decide);
      // One that waits for another end by now hears that; one that nobody sent is a fault, for somebody to look at.
      if ('rejected' in told && told.rejected === 'no-such-opinion') unknown.push(opinionId);
    }
    if (unknown.length > 0) throw new UnknownOpinions(unknown);
  }
}
