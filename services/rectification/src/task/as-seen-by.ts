import type { Actor } from '@redress/contracts/envelope';
import type { UnitId } from '@redress/contracts/values';
import { type AssignedTask, type Task, tasks, unitsOf } from './task.js';

/** The task as whoever acts may know of it: to a unit that it never concerned it is as if it were not there. */
export const asSeenBy =
  <Decided>({ role, unit }: Actor, decide: (task: Task) => Decided) =>
  (task: Task): Decided =>
    role !== 'unit' || task.status === 'unassigned' || concerns(task, unit)
      ? decide(task)
      : decide(tasks.initial);

/** Who had it before may still look at it, and is told that it is theirs no more. */
const concerns = (
  { assignment, firstAssignment, entries }: AssignedTask,
  unit: UnitId | undefined,
): boolean => {
  const later = entries.flatMap(({ type, data }) => (type === 'TaskReassigned' ? [data] : []));
  return (
    unit !== undefined && [firstAssignment, ...later, assignment].some((one) => unitsOf(one).includes(unit))
  );
};
