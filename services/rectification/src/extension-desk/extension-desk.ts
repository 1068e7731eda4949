import type { Recorded } from '@redress/contracts/event';
import type { ExtensionRow } from '@redress/contracts/rectification/extend-deadline';
import { type TaskEvent, taskEvents } from '@redress/contracts/rectification/task.events';
import type { Projection } from '@redress/read-models/projection';

/** 延期: one line a request for more time. */
export const extensionDesk: Projection<TaskEvent, ExtensionRow> = {
  name: 'extensionDesk',
  version: 1,
  of: taskEvents,
  indexes: [
    ['askedAt'],
    ['deadline'],
    ['status', 'askedAt'],
    ['status', 'deadline'],
    ['leadUnit', 'askedAt'],
    ['taskId'],
  ],
  search: ['title', 'reason'],
  on: {
    ExtensionRequested: ({ extensionId: id, leadUnit, ...asked }, recorded) => ({
      put: {
        id,
        caseId: recorded.correlationId,
        leadUnit,
        units: { [leadUnit]: true },
        ...asked,
        status: 'pending',
        askedAt: recorded.happenedAt,
        ...(recorded.actor.person && { askedBy: recorded.actor.person }),
      },
    }),
    ExtensionGranted: ({ extensionId }, recorded) => ({
      set: extensionId,
      to: { status: 'granted', ...answer(recorded) },
    }),
    ExtensionRefused: ({ extensionId, reason }, recorded) => ({
      set: extensionId,
      to: { status: 'refused', refusal: reason, ...answer(recorded) },
    }),
    ExtensionLapsed: ({ extensionId }) => ({ set: extensionId, to: { status: 'lapsed' } }),
  },
};

const answer = ({ happenedAt, actor: { person } }: Omit<Recorded, 'data'>) => ({
  answeredAt: happenedAt,
  ...(person && { answeredBy: person }),
});
