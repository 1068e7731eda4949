import { streamOf } from '@redress/contracts/event';
import type { PersonId, TaskId } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import type { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { issues } from '../issue/issue.js';
import { tasks } from '../task/task.js';

const WRITING: readonly string[] = ['TaskAssigned', 'TaskReassigned'];

/** Who wrote what a task says of its lead unit: who listed its issues, who assigned it and who assigned it anew. */
export const authorsOf = async (store: EventStore, taskId: TaskId): Promise<readonly PersonId[]> => {
  const history = await store.read(streamOf(tasks, taskId));
  const task = fold(tasks, history);
  if (task.status === 'unassigned') return [];
  const assigned = history.flatMap(({ type, actor }) =>
    WRITING.includes(type) ? [actor.person, actor.onBehalfOf].filter((one) => one !== undefined) : [],
  );
  const contested = await Promise.all(task.assignment.issues.map((id) => load(store, issues, id)));
  const listed = contested.flatMap((issue) => (issue.status === 'unlisted' ? [] : issue.authors));
  return [...assigned, ...listed];
};
