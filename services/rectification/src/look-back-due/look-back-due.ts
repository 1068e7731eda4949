import type { TaskRef } from '@redress/contracts/rectification/refs';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day } from '@redress/contracts/values';
import type { Task } from '../task/task.js';

/** Once the day has come that the closing named, somebody has to look whether the fix lasted. */
export const lookBackDue =
  ({ taskId }: TaskRef, today: Day) =>
  (task: Task): readonly TaskEvent[] => {
    if (task.status !== 'closed' || task.lookBack?.status !== 'awaited') return [];
    const { on: dueOn, months, policy } = task.lookBack;
    if (today < dueOn) return [];

    const { leadUnit, title } = task.assignment;
    return [{ type: 'LookBackFellDue', data: { taskId, leadUnit, title, dueOn, months, policy } }];
  };
