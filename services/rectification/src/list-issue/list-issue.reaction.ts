import { Injectable } from '@nestjs/common';
import { type Recorded, lifted } from '@redress/contracts/event';
import { type OpinionEvent, opinionEvents } from '@redress/contracts/intake/opinion.events';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { becauseOf, Reaction } from '@redress/messaging/reaction';
import { issues } from '../issue/issue.js';
import { listIssue } from './list-issue.js';

/** What intake lists goes on the books. */
@Injectable()
export class ListIssueReaction extends Reaction {
  override readonly name = 'list-issue';
  override readonly listensTo = 'intake.opinion.OpinionListed';

  constructor(private readonly store: EventStore) {
    super();
  }

  override async react(recorded: Recorded): Promise<void> {
    const event = lifted<OpinionEvent, Recorded>(opinionEvents, recorded);
    if (event.type !== 'OpinionListed') return;
    const { data } = event;
    const { person } = recorded.actor;
    const decide = listIssue({ ...data, ...(person && { listedBy: person }) });
    await transact(this.store, issues, data.issueId, becauseOf(recorded), decide);
  }
}
