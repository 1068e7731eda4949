import type { ReviewRow } from '@redress/contracts/rectification/review-task';
import { type TaskEvent, taskEvents } from '@redress/contracts/rectification/task.events';
import type { Projection } from '@redress/read-models/projection';

/** 复核: one line a review that was asked for. */
export const reviewDesk: Projection<TaskEvent, ReviewRow> = {
  name: 'reviewDesk',
  version: 1,
  of: taskEvents,
  indexes: [['answerBy'], ['status', 'answerBy'], ['leadUnit', 'answerBy'], ['taskId']],
  search: ['title', 'reason'],
  on: {
    ReviewRequested: ({ entryId: id, leadUnit, ...asked }, { correlationId, happenedAt, actor }) => ({
      put: {
        id,
        caseId: correlationId,
        leadUnit,
        units: { [leadUnit]: true },
        ...asked,
        status: 'pending',
        askedAt: happenedAt,
        ...(actor.person && { askedBy: actor.person }),
      },
    }),
    ReviewAnswered: (
      { entryId, outcome, reason: answer, criterion, daysLate },
      { happenedAt, actor: { person } },
    ) => ({
      set: entryId,
      to: {
        status: 'answered',
        outcome,
        answer,
        criterion,
        daysLate,
        answeredAt: happenedAt,
        answeredBy: person,
      },
    }),
  },
};
