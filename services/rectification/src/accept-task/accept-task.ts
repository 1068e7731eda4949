import type { Actor } from '@redress/contracts/envelope';
import type { AcceptanceRejection, AcceptTask } from '@redress/contracts/rectification/accept-task';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Task } from '../task/task.js';
import { isOfLeadUnit } from '../task/who.js';

/** The lead unit accepts, and names who answers for the task. */
export const acceptTask =
  ({ taskId, responsible }: AcceptTask, actor: Actor) =>
  (task: Task): Decision<TaskEvent, AcceptanceRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOfLeadUnit(actor, task)) return reject('not-the-lead-unit');
    if (task.firstResponsible === responsible) return [];
    if (task.firstResponsible) return reject('already-accepted');

    const { leadUnit } = task.assignment;
    return [{ type: 'TaskAccepted', data: { taskId, leadUnit, responsible } }];
  };
