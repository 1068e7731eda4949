import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { IssueId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { type Issue, type ListedIssue, withTask } from '../issue/issue.js';
import { resolution } from '../issue/resolution.js';
import { unitsOf } from '../task/task.js';

/** What of a task concerns its issues. */
export type TaskNews = Extract<
  TaskEvent,
  { type: 'TaskAssigned' | 'TaskReassigned' | 'TaskClosed' | 'TaskReopened' }
>;

const NEWS: readonly TaskEvent['type'][] = ['TaskAssigned', 'TaskReassigned', 'TaskClosed', 'TaskReopened'];
export const isNews = <E extends TaskEvent>(event: E): event is E & TaskNews => NEWS.includes(event.type);

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
    switch (type) {
      case 'TaskAssigned': {
        const { title } = data;
        const units = [...unitsOf(data)];
        const begun: IssueEvent = { type: 'TaskBegunOnIssue', data: { ...about, title, units } };
        return [begun, ...reopening(issueId, issue, title)];
      }
      case 'TaskReassigned': {
        const units = [...unitsOf(data)];
        const reassigned: IssueEvent = { type: 'TaskReassignedOnIssue', data: { ...about, units } };
        return [reassigned, ...reopening(issueId, issue, data.title)];
      }
      case 'TaskClosed': {
        const { outcome } = data;
        const closed: IssueEvent = { type: 'TaskClosedOnIssue', data: { ...about, outcome } };
        const after = withTask(issue, { id: taskId, revision: taskRevision, outcome });
        const isLast = after.tasks.every((task) => task.outcome !== undefined);
        return isLast ? [closed, resolution(issueId, after, after.opinions)] : [closed];
      }
      case 'TaskReopened': {
        const { reason } = data;
        const reopened: IssueEvent = { type: 'TaskReopenedOnIssue', data: { ...about, reason } };
        return [reopened, ...reopening(issueId, issue, reason)];
      }
    }
  };

/** An issue that was resolved is so no longer: those who were told hear that too. */
const reopening = (
  issueId: IssueId,
  { status, opinions }: ListedIssue,
  reason: string,
): readonly IssueEvent[] =>
  status === 'resolved'
    ? [{ type: 'IssueReopened', data: { issueId, opinions: [...opinions], reason } }]
    : [];
