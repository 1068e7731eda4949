import type { Actor } from '@redress/contracts/envelope';
import type { ReopeningRejection, ReopenTask } from '@redress/contracts/rectification/reopen-task';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Task } from '../task/task.js';
import { isOffice } from '../task/who.js';

/** The office reopens a closed task. It goes on from its plan; to close it again takes a new request. */
export const reopenTask =
  ({ taskId, reason }: ReopenTask, actor: Actor) =>
  (task: Task): Decision<TaskEvent, ReopeningRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOffice(actor)) return reject('not-the-office');
    if (task.status !== 'closed') return task.reopenedBecause === reason ? [] : reject('not-closed');

    const { issues } = task.assignment;
    return [{ type: 'TaskReopened', data: { taskId, issues, reason } }];
  };
