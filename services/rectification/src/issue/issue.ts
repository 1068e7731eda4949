import { type IssueEvent, issueEvents } from '@redress/contracts/rectification/issue.events';
import type { IssueStatus } from '@redress/contracts/rectification/words';
import type { OpinionId, TaskId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

export type Issue = { readonly status: 'unlisted' } | ListedIssue;

export type ListedIssue = {
  readonly status: IssueStatus;
  /** What the first opinion put on the books. */
  readonly listing: Listing;
  readonly opinions: readonly OpinionId[];
  /** Those that are closed come in the order in which they were. */
  readonly tasks: readonly TaskOnIssue[];
};

export type Listing = Extract<IssueEvent, { type: 'IssueListed' }>['data'];

export type TaskOnIssue = {
  readonly id: TaskId;
  /** Of the task's stream, as far as it is known here. */
  readonly revision: number;
  /** What was achieved; absent while the task is open. */
  readonly outcome?: string;
};

const evolve = (issue: Issue, { type, data }: IssueEvent): Issue => {
  if (type === 'IssueListed')
    return { status: 'listed', listing: data, opinions: [data.opinionId], tasks: [] };
  if (issue.status === 'unlisted') return issue;

  switch (type) {
    case 'OpinionJoinedIssue':
      return { ...issue, opinions: [...issue.opinions, data.opinionId] };
    case 'TaskBegunOnIssue':
    case 'TaskReassignedOnIssue':
      return withTask({ ...issue, status: 'in-hand' }, { id: data.taskId, revision: data.taskRevision });
    case 'TaskClosedOnIssue': {
      const { taskId: id, taskRevision: revision, outcome } = data;
      return withTask(issue, { id, revision, outcome });
    }
    case 'TaskReopenedOnIssue':
      return withTask(issue, { id: data.taskId, revision: data.taskRevision });
    case 'IssueResolved':
      return { ...issue, status: 'resolved' };
    case 'IssueReopened':
      return { ...issue, status: 'in-hand' };
  }
};

/** The issue with one task as it is now, behind all others. */
export const withTask = (issue: ListedIssue, task: TaskOnIssue): ListedIssue => ({
  ...issue,
  tasks: [...issue.tasks.filter(({ id }) => id !== task.id), task],
});

export const issues: Aggregate<Issue, IssueEvent> = {
  ...issueEvents,
  initial: { status: 'unlisted' },
  evolve,
};
