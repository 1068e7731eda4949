import type { AppealRow } from '@redress/contracts/rectification/appeal-card';
import { type TaskEvent, taskEvents } from '@redress/contracts/rectification/task.events';
import type { CardId } from '@redress/contracts/values';
import type { Change, Projection } from '@redress/read-models/projection';

/** Whether it was still pending then is for whoever reads it: an event sets a row without having seen it. */
export type AppealOnDesk = AppealRow & { readonly cardEnded?: true };

const cardsEnded = ({ endedCards = [] }: { readonly endedCards?: readonly CardId[] }) =>
  endedCards.map((id): Change<AppealOnDesk> => ({ set: id, to: { cardEnded: true } }));

/** 申诉: one line an appeal against a card. */
export const appealDesk: Projection<TaskEvent, AppealOnDesk> = {
  name: 'appealDesk',
  version: 1,
  of: taskEvents,
  indexes: [['appealedAt'], ['status', 'cardEnded', 'appealedAt'], ['leadUnit', 'appealedAt'], ['taskId']],
  search: ['title', 'reason'],
  on: {
    CardAppealed: (
      { cardId: id, leadUnit, ...appeal },
      { correlationId, happenedAt, actor: { person } },
    ) => ({
      put: {
        id,
        caseId: correlationId,
        leadUnit,
        units: { [leadUnit]: true },
        ...appeal,
        status: 'pending',
        appealedAt: happenedAt,
        ...(person && { appealedBy: person }),
      },
    }),
    AppealDecided: ({ cardId, upheld, reason: decision }, { happenedAt, actor: { person } }) => ({
      set: cardId,
      to: {
        status: upheld ? 'upheld' : 'dismissed',
        decision,
        decidedAt: happenedAt,
        decidedBy: person,
      },
    }),
    TaskReturned: cardsEnded,
    TaskClosed: cardsEnded,
    TaskWithdrawn: cardsEnded,
  },
};

/** As it stands: what nobody had decided when its card ended is decided no more. */
export const asItStands = ({ cardEnded, ...row }: AppealOnDesk): AppealRow =>
  cardEnded && row.status === 'pending' ? { ...row, status: 'lapsed' } : row;

/** The rows of which that is so. */
export const standingAs = (status: AppealRow['status'] | undefined) => {
  if (status === 'lapsed') return { status: 'pending', cardEnded: true } as const;
  return { status, ...(status === 'pending' && { cardEnded: null }) };
};
