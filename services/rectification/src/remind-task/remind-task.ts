import type { Actor } from '@redress/contracts/envelope';
import type { ReminderRejection, RemindTask } from '@redress/contracts/rectification/remind-task';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { entryOf, isOver, type Task } from '../task/task.js';
import { isOffice } from '../task/who.js';

/** The office reminds the lead unit, as long as something is owed. */
export const remindTask =
  ({ taskId, entryId, text }: RemindTask, actor: Actor) =>
  (task: Task): Decision<TaskEvent, ReminderRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOffice(actor)) return reject('not-the-office');
    const before = entryOf(task, entryId);
    if (before)
      return before.type === 'TaskReminded' && before.data.text === text ? [] : reject('entry-id-is-taken');
    if (isOver(task)) return reject('task-is-closed');
    if (task.status === 'returned') return reject('task-is-returned');

    const { leadUnit, title } = task.assignment;
    return [{ type: 'TaskReminded', data: { taskId, entryId, leadUnit, title, text } }];
  };
