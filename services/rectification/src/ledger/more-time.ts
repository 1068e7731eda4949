import type { TaskRow } from '@redress/contracts/rectification/ledger';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Projection } from '@redress/read-models/projection';
import { authorship, moved } from './entries.js';

type ExtensionEvent = Extract<
  TaskEvent,
  { type: 'ExtensionRequested' | 'ExtensionGranted' | 'ExtensionRefused' | 'ExtensionLapsed' }
>;

/** What a line of the ledger shows of requests for more time. */
export const moreTime: Projection<ExtensionEvent, TaskRow>['on'] = {
  ExtensionRequested: ({ taskId, extensionId, deadline, until, reason }, recorded) => ({
    set: taskId,
    to: {
      ...moved(recorded),
      extensions: {
        [extensionId]: { ...authorship(recorded), status: 'pending', deadline, until, reason },
      },
    },
  }),
  ExtensionGranted: ({ taskId, extensionId, until }, recorded) => ({
    set: taskId,
    to: {
      ...moved(recorded),
      deadline: until,
      deadlineBy: null,
      extensions: { [extensionId]: { status: 'granted', answer: authorship(recorded) } },
    },
  }),
  ExtensionRefused: ({ taskId, extensionId, reason }, recorded) => ({
    set: taskId,
    to: {
      ...moved(recorded),
      extensions: { [extensionId]: { status: 'refused', answer: { ...authorship(recorded), reason } } },
    },
  }),
  ExtensionLapsed: ({ taskId, extensionId }, recorded) => ({
    set: taskId,
    to: {
      ...moved(recorded),
      extensions: { [extensionId]: { status: 'lapsed', answer: authorship(recorded) } },
    },
  }),
};
