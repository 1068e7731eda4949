import { Injectable } from '@nestjs/common';
import { lifted, type Recorded } from '@redress/contracts/event';
import { type FindingEvent, findingEvents } from '@redress/contracts/inspection/finding.events';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { becauseOf, Reaction } from '@redress/messaging/reaction';
import { issues } from '../issue/issue.js';
import { Memberships } from '../membership/memberships.js';
import { Policies } from '../policy/policies.js';
import { tasks } from '../task/task.js';
import { assignAsListed, listFinding } from './list-finding.js';

/** What inspection issues goes on the books, and its task to the unit. Both are in the case of the finding. */
@Injectable()
export class ListFindingReaction extends Reaction {
  override readonly name = 'list-finding';
  override readonly listensTo = 'inspection.finding.FindingIssued';

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly memberships: Memberships,
    private readonly policies: Policies,
  ) {
    super();
  }

  /** The stream of the issue decides on both. Killed in between, it goes on with the task as it was decided then. */
  override async react(recorded: Recorded): Promise<void> {
    const { type, data } = lifted<FindingEvent, Recorded>(findingEvents, recorded);
    if (type !== 'FindingIssued') return;
    const { issueId, taskId, findingId, leadUnit, supportingUnits } = data;
    const today = this.clock.dayOf(recorded.happenedAt);
    const [there, standards, task, before] = await Promise.all([
      this.memberships.there([leadUnit, ...supportingUnits], today),
      this.policies.on(today),
      load(this.store, tasks, taskId),
      load(this.store, issues, issueId),
    ]);
    const isListed = before.status !== 'unlisted' && before.finding?.findingId === findingId;
    const isTaskTaken = !isListed && task.status !== 'unassigned';
    const envelope = becauseOf(recorded);
    const decide = listFinding(data, { today, there, standards, isTaskTaken });
    await transact(this.store, issues, issueId, envelope, decide);

    const issue = await load(this.store, issues, issueId);
    if (issue.status === 'unlisted' || issue.finding?.findingId !== findingId) return;
    await transact(this.store, tasks, taskId, envelope, assignAsListed(issue.finding.task));
  }
}
