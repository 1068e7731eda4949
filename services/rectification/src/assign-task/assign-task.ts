import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@redress/contracts/envelope';
import type { AssignmentRejection, AssignTask } from '@redress/contracts/rectification/assign-task';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day, UnitId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { aboutOf } from '../issue/about.js';
import type { Issue, ListedIssue } from '../issue/issue.js';
import type { Standards } from '../policy/standards.js';
import { returnTerm, typeNamed } from '../policy/terms.js';
import { type Assignment, type Task, unitsOf } from '../task/task.js';
import { isOffice } from '../task/who.js';
import { deadlineFor } from './deadline-for.js';

/**
 * The office assigns a task on issues that are on the books; `issues` are those, in the order of the command, and
 * `there` those of its units that there are on that day. Without a deadline in it, the type has one by its working days.
 */
export const assignTask =
  (
    command: AssignTask,
    actor: Actor,
    today: Day,
    issues: readonly Issue[],
    there: readonly UnitId[],
    standards: Standards,
  ) =>
  (task: Task): Decision<TaskEvent, AssignmentRejection> => {
    if (!isOffice(actor)) return reject('not-the-office');
    if (task.status !== 'unassigned')
      return saysTheSame(task.firstAssignment, command) ? [] : reject('already-assigned');
    if (!issues.every(isListed)) return reject('no-such-issue');
    if (issues.some(({ status }) => status === 'resolved')) return reject('issue-is-resolved');
    if (issues.some(({ status }) => status === 'merged')) return reject('issue-is-merged');
    if (issues.some(({ finding }) => finding !== undefined)) return reject('issue-has-its-task');
    if (command.supportingUnits.includes(command.leadUnit)) return reject('lead-unit-also-supports');
    if (unitsOf(command).some((unit) => !there.includes(unit))) return reject('no-such-unit');
    if (!typeNamed(standards, command.taskType)) return reject('no-such-task-type');
    const deadline = deadlineFor(command, today, standards);
    if ('rejected' in deadline) return deadline;

    const about = aboutOf(issues, standards.policy.severities);
    const returnBy = returnTerm(standards, today);
    return [{ type: 'TaskAssigned', data: { ...command, ...deadline, returnBy, about } }];
  };

const isListed = (issue: Issue): issue is ListedIssue => issue.status !== 'unlisted';

const saysTheSame = (
  { returnBy: _, about: __, deadlineBy, deadline, ...before }: Assignment,
  said: AssignTask,
): boolean => isDeepStrictEqual(deadlineBy ? before : { ...before, deadline }, { ...said });
