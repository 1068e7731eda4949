import { Injectable } from '@nestjs/common';
import { lifted, type Recorded } from '@redress/contracts/event';
import { type TaskEvent, taskEvents } from '@redress/contracts/rectification/task.events';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { becauseOf, Reaction } from '@redress/messaging/reaction';
import { issues } from '../issue/issue.js';
import { followTask, isNews } from './follow-tasks.js';

/** What becomes of a task is told to each of its issues. */
@Injectable()
export class FollowTasksReaction extends Reaction {
  override readonly name = 'follow-tasks';
  override readonly listensTo = 'rectification.task.*';

  constructor(private readonly store: EventStore) {
    super();
  }

  /** @throws when one of the issues is not on the books, which assigning a task makes sure of. */
  override async react(recorded: Recorded): Promise<void> {
    const event = lifted<TaskEvent, Recorded>(taskEvents, recorded);
    if (!isNews(event)) return;
    for (const issueId of event.data.issues) {
      const decide = followTask(issueId, event, recorded.revision);
      const outcome = await transact(this.store, issues, issueId, becauseOf(recorded), decide);
      if ('rejected' in outcome) throw new Error(`issue ${issueId}: ${outcome.rejected}`);
    }
  }
}
