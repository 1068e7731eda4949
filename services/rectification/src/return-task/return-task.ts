import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@redress/contracts/envelope';
import type {
  ReassignmentRejection,
  ReassignTask,
  ReturnRejection,
  ReturnTask,
} from '@redress/contracts/rectification/return-task';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day, UnitId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { deadlineFor } from '../assign-task/deadline-for.js';
import type { Standards } from '../policy/standards.js';
import { returnTerm } from '../policy/terms.js';
import { endedCards } from '../task/cards.js';
import { lapsing } from '../task/lapsing.js';
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

    const data = { taskId, entryId, issues, title, leadUnit, reason, ...endedCards(task.cards) };
    return [{ type: 'TaskReturned', data }, ...lapsing(taskId, task, today)];
  };

/**
 * The office assigns a returned task anew; the units of before keep sight of it, but answer for it no more. `there` are
 * those of the units in the command that there are on that day. Without a deadline in it, the type has one anew.
 */
export const reassignTask =
  (
    { taskId, entryId, ...command }: ReassignTask,
    actor: Actor,
    today: Day,
    there: readonly UnitId[],
    standards: Standards,
  ) =>
  (task: Task): Decision<TaskEvent, ReassignmentRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOffice(actor)) return reject('not-the-office');
    const before = entryOf(task, entryId);
    if (before) return saysTheSame(before, { ...command }) ? [] : reject('entry-id-is-taken');
    if (task.status !== 'returned') return reject('not-returned');
    if (command.supportingUnits.includes(command.leadUnit)) return reject('lead-unit-also-supports');
    if (unitsOf(command).some((unit) => !there.includes(unit))) return reject('no-such-unit');
    const { issues, title, taskType } = task.assignment;
    const deadline = deadlineFor({ ...command, taskType }, today, standards);
    if ('rejected' in deadline) return deadline;

    const units = unitsOf(command);
    const formerUnits = unitsOf(task.assignment).filter((unit) => !units.includes(unit));
    const returnBy = returnTerm(standards, today);
    const data = { taskId, entryId, issues, title, ...command, ...deadline, returnBy, formerUnits };
    return [{ type: 'TaskReassigned', data }];
  };

const saysTheSame = (before: Entry, said: Omit<ReassignTask, 'taskId' | 'entryId'>): boolean => {
  if (before.type !== 'TaskReassigned') return false;
  const { leadUnit, supportingUnits, deadline, deadlineBy } = before.data;
  return isDeepStrictEqual({ leadUnit, supportingUnits, ...(deadlineBy ? {} : { deadline }) }, said);
};
