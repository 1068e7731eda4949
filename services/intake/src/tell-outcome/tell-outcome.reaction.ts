import { Injectable } from '@nestjs/common';
import { lifted, type Recorded } from '@redress/contracts/event';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import { type IssueEvent, issueEvents } from '@redress/contracts/rectification/issue.events';
import type { OpinionId } from '@redress/contracts/values';
import type { Decision } from '@redress/eventsourcing/decision';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { becauseOf, Reaction } from '@redress/messaging/reaction';
import { moveOpinion } from '../move-opinion/move-opinion.js';
import { movesOf } from '../move-opinion/moves.js';
import { type Opinion, opinions } from '../opinion/opinion.js';
import { tellOutcome, type TellingRejection, withdrawOutcome } from './tell-outcome.js';

export class UnknownOpinions extends Error {
  override readonly name = 'UnknownOpinions';

  constructor(opinions: readonly OpinionId[]) {
    super(`nobody sent ${opinions.join(', ')}`);
  }
}

/**
 * Each submitter whose opinion led to an issue hears how it ended, and when that does not hold any more; and of which
 * other issue the end will be told, when issues are merged or split.
 */
@Injectable()
export class TellOutcomeReaction extends Reaction {
  override readonly name = 'tell-outcome';
  // One reaction for all, so that what was resolved, reopened and merged is told in that order.
  override readonly listensTo = 'rectification.issue.*';

  constructor(private readonly store: EventStore) {
    super();
  }

  override async react(event: Recorded): Promise<void> {
    const unknown: OpinionId[] = [];
    for (const { opinionId, decide } of newsIn(lifted<IssueEvent, Recorded>(issueEvents, event))) {
      const told = await transact(this.store, opinions, opinionId, becauseOf(event), decide);
      // One that waits for another end by now hears that; one that nobody sent is a fault, for somebody to look at.
      if ('rejected' in told && told.rejected === 'no-such-opinion') unknown.push(opinionId);
    }
    if (unknown.length > 0) throw new UnknownOpinions(unknown);
  }
}

type News = {
  readonly opinionId: OpinionId;
  readonly decide: (opinion: Opinion) => Decision<OpinionEvent, TellingRejection>;
};

/** Who hears what. */
const newsIn = (event: IssueEvent & Recorded): readonly News[] => {
  const { type, data, revision } = event;
  switch (type) {
    case 'IssueResolved':
    case 'IssueReopened':
      return data.opinions.map((opinionId) => {
        const heard = { opinionId, about: opinionId, issueId: data.issueId, revision };
        return {
          opinionId,
          decide: type === 'IssueResolved' ? tellOutcome(heard, data) : withdrawOutcome(heard, data),
        };
      });
    case 'IssueTakenIn':
    case 'IssueGivenBack':
    case 'IssueSplit':
      return movesOf(event, revision).map((move) => ({
        opinionId: move.opinionId,
        decide: moveOpinion(move),
      }));
    case 'IssueListed':
    case 'IssueListedFromFinding':
    case 'FindingNotListed':
    case 'IssueSplitOff':
    case 'OpinionJoinedIssue':
    case 'IssueMerged':
    case 'IssueUnmerged':
    case 'TaskBegunOnIssue':
    case 'TaskReassignedOnIssue':
    case 'TaskClosedOnIssue':
    case 'TaskReopenedOnIssue':
      return [];
  }
};
