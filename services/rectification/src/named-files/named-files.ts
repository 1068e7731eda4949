import { type TaskEvent, taskEvents } from '@redress/contracts/rectification/task.events';
import type { Sha256, TaskId } from '@redress/contracts/values';
import type { Projection } from '@redress/read-models/projection';

/** A file that an event names, and the last task that it was attached to. */
export type NamedFile = { readonly id: Sha256; readonly taskId: TaskId };

/** Every file that an event names. None is ever taken off: an event stays. */
export const namedFiles: Projection<TaskEvent, NamedFile> = {
  name: 'namedFiles',
  version: 1,
  of: taskEvents,
  indexes: [],
  search: [],
  on: {
    // A note has a hash as well, of which there is no file: then the row says nothing to anybody.
    EvidenceAttached: ({ sha256, taskId }) => ({ put: { id: sha256, taskId } }),
  },
};
