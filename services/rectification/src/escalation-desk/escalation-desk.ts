import type { Recorded } from '@redress/contracts/event';
import type { EscalationRow } from '@redress/contracts/rectification/escalate-task';
import { type TaskEvent, taskEvents } from '@redress/contracts/rectification/task.events';
import type { Projection } from '@redress/read-models/projection';

/** 督办: one line a formal talk or a circular, from its proposal on. */
export const escalationDesk: Projection<TaskEvent, EscalationRow> = {
  name: 'escalationDesk',
  version: 1,
  of: taskEvents,
  indexes: [['proposedAt'], ['status', 'proposedAt'], ['leadUnit', 'proposedAt'], ['taskId']],
  search: ['title', 'reason'],
  on: {
    EscalationProposed: ({ entryId: id, leadUnit, ...proposed }, recorded) => ({
      put: {
        id,
        caseId: recorded.correlationId,
        leadUnit,
        units: { [leadUnit]: true },
        ...proposed,
        status: 'proposed',
        proposedAt: recorded.happenedAt,
      },
    }),
    EscalationApproved: ({ entryId }, recorded) => ({
      set: entryId,
      to: { status: 'approved', ...answer(recorded) },
    }),
    EscalationRefused: ({ entryId, reason }, recorded) => ({
      set: entryId,
      to: { status: 'refused', refusal: reason, ...answer(recorded) },
    }),
    EscalationCarriedOut: ({ entryId, on, record }) => ({
      set: entryId,
      to: { status: 'carried-out', carriedOutOn: on, record },
    }),
    EscalationLapsed: ({ entryId }) => ({ set: entryId, to: { status: 'lapsed' } }),
  },
};

const answer = ({ happenedAt, actor: { person } }: Omit<Recorded, 'data'>) => ({
  answeredAt: happenedAt,
  ...(person && { answeredBy: person }),
});
