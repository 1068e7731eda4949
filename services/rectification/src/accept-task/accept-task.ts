import type { Actor } from '@redress/contracts/envelope';
import type { AcceptanceRejection, AcceptTask } from '@redress/contracts/rectification/accept-task';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { UnitId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Task } from '../task/task.js';
import { isOfLeadUnit } from '../task/who.js';

/** The lead unit accepts, and names one of its people, who answers for the task; `units` are those of that person. */
export const acceptTask =
  ({ taskId, responsible }: AcceptTask, actor: Actor, units: readonly UnitId[]) =>
  (task: Task): Decision<TaskEvent, AcceptanceRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOfLeadUnit(actor, task)) return reject('not-the-lead-unit');
    if (task.status === 'returned') return reject('task-is-returned');
    if (task.firstResponsible === responsible) return [];
    if (task.firstResponsible) return reject('already-accepted');
    if (task.status === 'withdrawn') return reject('task-is-closed');

    const { leadUnit } = task.assignment;
    if (!units.includes(leadUnit)) return reject('responsible-is-elsewhere');
    return [{ type: 'TaskAccepted', data: { taskId, leadUnit, responsible } }];
  };
