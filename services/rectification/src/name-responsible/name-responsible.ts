import type { Actor } from '@redress/contracts/envelope';
import type { NameResponsible, NamingRejection } from '@redress/contracts/rectification/name-responsible';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { UnitId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { type Entry, entryOf, isOver, type Task } from '../task/task.js';
import { isOfLeadUnit } from '../task/who.js';

/**
 * The lead unit names another person who answers for the task; whoever did before stays named in it.
 * `units` are those of the person who is named.
 */
export const nameResponsible =
  ({ taskId, entryId, responsible, reason }: NameResponsible, actor: Actor, units: readonly UnitId[]) =>
  (task: Task): Decision<TaskEvent, NamingRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOfLeadUnit(actor, task)) return reject('not-the-lead-unit');
    const before = entryOf(task, entryId);
    if (before) return saysTheSame(before, { responsible, reason }) ? [] : reject('entry-id-is-taken');
    if (isOver(task)) return reject('task-is-closed');
    if (!task.responsible) return reject('not-accepted-yet');
    if (task.responsible === responsible) return reject('already-responsible');

    const { leadUnit } = task.assignment;
    if (!units.includes(leadUnit)) return reject('responsible-is-elsewhere');
    const insteadOf = task.responsible;
    return [
      { type: 'ResponsibleNamed', data: { taskId, entryId, leadUnit, responsible, insteadOf, reason } },
    ];
  };

const saysTheSame = (before: Entry, said: Pick<NameResponsible, 'responsible' | 'reason'>): boolean =>
  before.type === 'ResponsibleNamed' &&
  before.data.responsible === said.responsible &&
  before.data.reason === said.reason;
