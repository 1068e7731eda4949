import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { CardId, Day, TaskId } from '@redress/contracts/values';
import { isOpen } from './cards.js';
import { type AssignedTask, pendingOf } from './task.js';

/** What waits for an answer when the task goes out of the hands of its lead unit has nothing left to be answered. */
export const lapsing = (taskId: TaskId, task: AssignedTask, today: Day): readonly TaskEvent[] => [
  ...extensionLapsing(taskId, task),
  ...escalationsLapsing(taskId, task, today, () => true),
];

/** A card that is withdrawn takes with it what was proposed or approved on it, and is not done yet. */
export const lapsingWith = (
  cardId: CardId,
  taskId: TaskId,
  task: AssignedTask,
  today: Day,
): readonly TaskEvent[] => escalationsLapsing(taskId, task, today, (card) => card === cardId);

const extensionLapsing = (taskId: TaskId, task: AssignedTask): readonly TaskEvent[] => {
  const pending = pendingOf(task);
  if (!pending) return [];
  const { leadUnit } = task.assignment;
  const { id: extensionId, until } = pending;
  return [{ type: 'ExtensionLapsed', data: { taskId, extensionId, leadUnit, until } }];
};

const escalationsLapsing = (
  taskId: TaskId,
  { escalations, assignment: { leadUnit } }: AssignedTask,
  on: Day,
  restsOn: (card: CardId) => boolean,
): readonly TaskEvent[] =>
  escalations
    .filter((step) => isOpen(step) && restsOn(step.cardId))
    .map(({ id: entryId, kind }) => ({
      type: 'EscalationLapsed',
      data: { taskId, entryId, kind, leadUnit, on },
    }));
