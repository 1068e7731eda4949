import { Injectable } from '@nestjs/common';
import { lifted, type Recorded } from '@redress/contracts/event';
import { findingOfCase } from '@redress/contracts/inspection/finding-ids';
import { type TaskEvent, taskEvents } from '@redress/contracts/rectification/task.events';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { becauseOf, Reaction } from '@redress/messaging/reaction';
import { findings } from '../finding/finding.js';
import { followTask, isNews } from './follow-task.js';

/** What becomes of a task is kept with the finding that it came from, whose case it is. */
@Injectable()
export class FollowTaskReaction extends Reaction {
  override readonly name = 'follow-task';
  override readonly listensTo = 'rectification.task.*';

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async react(recorded: Recorded): Promise<void> {
    const event = lifted<TaskEvent, Recorded>(taskEvents, recorded);
    if (!isNews(event)) return;
    const findingId = findingOfCase(recorded.correlationId);
    const decide = followTask(event, recorded.revision, this.clock.dayOf(recorded.happenedAt));
    await transact(this.store, findings, findingId, becauseOf(recorded), decide);
  }
}
