import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { IssueId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Issue } from '../issue/issue.js';
import { type Change, settled } from '../issue/settle.js';
import { unitsOf } from '../task/task.js';

/** What of a task concerns its issues. */
const NEWS = ['TaskAssigned', 'TaskReassigned', 'TaskClosed', 'TaskWithdrawn', 'TaskReopened'] as const;
export type TaskNews = Extract<TaskEvent, { type: (typeof NEWS)[number] }>;

export const isNews = <E extends TaskEvent>(event: E): event is E & TaskNews =>
  (NEWS as readonly string[]).includes(event.type);

/**
 * Keeps an issue up with one of its tasks, as it was at a revision of the task's stream. What is older than what the
 * issue already knows of that task changes nothing, however late and however often it comes.
 */
export const followTask =
  (issueId: IssueId, { type, data }: TaskNews, taskRevision: number) =>
  (issue: Issue): Decision<IssueEvent, 'no-such-issue'> => {
    if (issue.status === 'unlisted') return reject('no-such-issue');
    const { taskId } = data;
    const known = issue.tasks.find(({ id }) => id === taskId);
    if (known && known.revision >= taskRevision) return [];

    const about = { issueId, taskId, taskRevision };
    const news = (change: Change, because: string) => settled(issueId, issue, [change], because);
    const closing =
      (outcome: string): Change =>
      (stands) => ({ type: 'TaskClosedOnIssue', data: { ...about, outcome, stands } });
    switch (type) {
      case 'TaskAssigned': {
        const { title } = data;
        const begun = { ...about, title, units: [...unitsOf(data)] };
        return news((stands) => ({ type: 'TaskBegunOnIssue', data: { ...begun, stands } }), title);
      }
      case 'TaskReassigned': {
        const reassigned = { ...about, units: [...unitsOf(data)] };
        const change: Change = (stands) => ({
          type: 'TaskReassignedOnIssue',
          data: { ...reassigned, stands },
        });
        return news(change, data.title);
      }
      case 'TaskClosed':
        return news(closing(data.outcome), data.outcome);
      // A review took it back: nothing is owed any more, and why is what there is to tell.
      case 'TaskWithdrawn':
        return news(closing(data.reason), data.reason);
      case 'TaskReopened': {
        const reopened = { ...about, reason: data.reason };
        return news(
          (stands) => ({ type: 'TaskReopenedOnIssue', data: { ...reopened, stands } }),
          data.reason,
        );
      }
    }
  };
