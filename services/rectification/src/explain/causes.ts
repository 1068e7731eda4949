import type { Recorded } from '@redress/contracts/event';
import type { Cause } from '@redress/contracts/rectification/explain';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';

/** An event of a task as it was recorded, in the words of today. */
export type Happened = TaskEvent & Omit<Recorded, 'type' | 'data'>;

export const causeOf = ({ revision, type, happenedAt, recordedAt, actor }: Happened): Cause => ({
  revision,
  type,
  happenedAt,
  recordedAt,
  role: actor.role,
  ...(actor.person && { by: actor.person }),
});
