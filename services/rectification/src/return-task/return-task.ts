import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@redress/contracts/envelope';
import type {
  ReassignmentRejection,
  ReassignTask,
  ReturnRejection,
  ReturnTask,
} from '@redress/contracts/rectification/return-task';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { TermOfEvent } from '@redress/contracts/rectification/term';
import type { Day, UnitId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { lapsing } from '../extend-deadline/extend-deadline.js';
import { type Entry, entryOf, type Task, unitsOf } from '../task/task.js';
import { isOffice, isOfLeadUnit } from '../task/who.js';

/** The lead unit returns what it has not accepted, on the last day of its term at the latest. */
export const returnTask =
  ({ taskId, entryId, reason }: ReturnTask, actor: Actor, today: Day) =>
  (task: Task): Decision<TaskEvent, ReturnRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOfLeadUnit(actor, task)) return reject('not-the-lead-unit');
    const before = entryOf(task, entryId);
    if (before)
      return before.type === 'TaskReturned' && before.data.reason === reason
        ? []
        : reject('entry-id-is-taken');
    if (task.status === 'returned') return reject('task-is-returned');
    if (task.status === 'withdrawn') return reject('task-is-closed');
    if (task.status !== 'assigned') return reject('already-accepted');
    const { issues, title, leadUnit, returnBy } = task.assignment;
    if (today > returnBy.to) return reject('return-is-too-late');

    const data = { taskId, entryId, issues, title, leadUnit, reason };
    return [{ type: 'TaskReturned', data }, ...lapsing(taskId, task)];
  };

/**
 * The office assigns a returned task anew; the units of before keep sight of it, but answer for it no more. `there` are
 * those of the units in the command that there are on that day; until `returnBy` the new lead unit may return it.
 */
export const reassignTask =
  (
    { taskId, entryId, ...command }: ReassignTask,
    actor: Actor,
    today: Day,
    there: readonly UnitId[],
    returnBy: TermOfEvent,
  ) =>
  (task: Task): Decision<TaskEvent, ReassignmentRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOffice(actor)) return reject('not-the-office');
    const before = entryOf(task, entryId);
    if (before) return saysTheSame(before, { ...command }) ? [] : reject('entry-id-is-taken');
    if (task.status !== 'returned') return reject('not-returned');
    if (command.supportingUnits.includes(command.leadUnit)) return reject('lead-unit-also-supports');
    if (unitsOf(command).some((unit) => !there.includes(unit))) return reject('no-such-unit');
    if (command.deadline < today) return reject('deadline-before-assignment');

    const { issues, title } = task.assignment;
    const units = unitsOf(command);
    const formerUnits = unitsOf(task.assignment).filter((unit) => !units.includes(unit));
    const data = { taskId, entryId, issues, title, ...command, returnBy, formerUnits };
    return [{ type: 'TaskReassigned', data }];
  };

const saysTheSame = (before: Entry, said: Omit<ReassignTask, 'taskId' | 'entryId'>): boolean => {
  if (before.type !== 'TaskReassigned') return false;
  const { leadUnit, supportingUnits, deadline } = before.data;
  return isDeepStrictEqual({ leadUnit, supportingUnits, deadline }, said);
};
