import type { IssuingRefusal } from '@redress/contracts/inspection/finding-words';
import type { FindingEvent } from '@redress/contracts/inspection/finding.events';
import type { IssueEvent, TaskToAssign } from '@redress/contracts/rectification/issue.events';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day, UnitId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { deadlineFor } from '../assign-task/deadline-for.js';
import type { Issue } from '../issue/issue.js';
import type { Standards } from '../policy/standards.js';
import { returnTerm, typeNamed } from '../policy/terms.js';
import { type Task, unitsOf } from '../task/task.js';

export type IssuedFinding = Extract<FindingEvent, { type: 'FindingIssued' }>['data'];

/** What there is on the day on which it was issued. */
export type Ground = {
  readonly today: Day;
  /** Which of its units there are. */
  readonly there: readonly UnitId[];
  readonly standards: Standards;
  /** Whether another task has the id that derives from the finding. */
  readonly isTaskTaken: boolean;
};

/**
 * A finding that inspection issued goes on the books, with its one task as it will be assigned; or what does not hold of it is
 * said, which the finding hears. One that is on the books stays as it is.
 */
export const listFinding =
  (issued: IssuedFinding, ground: Ground) =>
  (issue: Issue): readonly IssueEvent[] => {
    const { issueId, findingId, attempt, title, problem, topic, severity } = issued;
    if (issue.status !== 'unlisted' && issue.finding?.findingId === findingId) return [];
    const task = issue.status === 'unlisted' ? taskFor(issued, ground) : reject('id-is-taken' as const);
    if ('rejected' in task)
      return [{ type: 'FindingNotListed', data: { issueId, findingId, attempt, reason: task.rejected } }];

    const listing = { issueId, title, problem, topic, severity, channel: 'inspection' } as const;
    const authors = [...issued.authors];
    return [{ type: 'IssueListedFromFinding', data: { ...listing, findingId, attempt, authors, task } }];
  };

type Refused = Extract<Decision<never, IssuingRefusal>, { rejected: unknown }>;

const taskFor = (issued: IssuedFinding, ground: Ground): TaskToAssign | Refused => {
  const { today, there, standards, isTaskTaken } = ground;
  const { issueId, taskId, findingId, title, problem, topic, severity, taskType, leadUnit, criterion } =
    issued;
  const supportingUnits = [...issued.supportingUnits];
  if (isTaskTaken) return reject('id-is-taken');
  if (supportingUnits.includes(leadUnit)) return reject('lead-unit-also-supports');
  if (unitsOf({ leadUnit, supportingUnits }).some((unit) => !there.includes(unit)))
    return reject('no-such-unit');
  if (!standards.policy.severities.some(({ name }) => name === severity)) return reject('no-such-severity');
  if (!typeNamed(standards, taskType)) return reject('no-such-task-type');
  const deadline = deadlineFor(issued, today, standards);
  if ('rejected' in deadline) return deadline;

  const about = { problem, topics: [topic], severity, channels: ['inspection' as const] };
  const returnBy = returnTerm(standards, today);
  const owed = { title, leadUnit, supportingUnits, taskType, ...deadline, criterion };
  return { taskId, issues: [issueId], ...owed, returnBy, about, findingId };
};

/** The task as it was decided on when its issue was listed. */
export const assignAsListed =
  (data: TaskToAssign) =>
  (task: Task): readonly TaskEvent[] =>
    task.status === 'unassigned' ? [{ type: 'TaskAssigned', data }] : [];
