import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@redress/contracts/envelope';
import type { AssignmentRejection, AssignTask } from '@redress/contracts/rectification/assign-task';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { TermOfEvent } from '@redress/contracts/rectification/term';
import type { Day, UnitId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { aboutOf } from '../issue/about.js';
import type { Issue } from '../issue/issue.js';
import { type Assignment, type Task, unitsOf } from '../task/task.js';
import { isOffice } from '../task/who.js';

/**
 * The office assigns a task on issues that are on the books; `issues` are those, in the order of the command, and
 * `there` those of its units that there are on that day; until `returnBy` the lead unit may return it.
 */
export const assignTask =
  (
    command: AssignTask,
    actor: Actor,
    today: Day,
    issues: readonly Issue[],
    there: readonly UnitId[],
    returnBy: TermOfEvent,
  ) =>
  (task: Task): Decision<TaskEvent, AssignmentRejection> => {
    if (!isOffice(actor)) return reject('not-the-office');
    if (task.status !== 'unassigned')
      return saysTheSame(task.firstAssignment, command) ? [] : reject('already-assigned');
    if (issues.some(({ status }) => status === 'unlisted')) return reject('no-such-issue');
    if (issues.some(({ status }) => status === 'resolved')) return reject('issue-is-resolved');
    if (command.supportingUnits.includes(command.leadUnit)) return reject('lead-unit-also-supports');
    if (unitsOf(command).some((unit) => !there.includes(unit))) return reject('no-such-unit');
    if (command.deadline < today) return reject('deadline-before-assignment');

    const about = aboutOf(issues.filter((issue) => issue.status !== 'unlisted'));
    return [{ type: 'TaskAssigned', data: { ...command, returnBy, about } }];
  };

const saysTheSame = ({ returnBy: _, about: __, ...before }: Assignment, said: AssignTask): boolean =>
  isDeepStrictEqual(before, { ...said });
