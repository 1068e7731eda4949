import type { PracticeRow } from '@redress/contracts/inspection/good-practice';
import { type PracticeEvent, practiceEvents } from '@redress/contracts/inspection/practice.events';
import type { Projection } from '@redress/read-models/projection';

export const practiceList: Projection<PracticeEvent, PracticeRow> = {
  name: 'practiceList',
  version: 1,
  of: practiceEvents,
  indexes: [['notedAt'], ['roundId', 'notedAt'], ['visitId', 'notedAt'], ['unit', 'notedAt']],
  search: ['text'],
  on: {
    GoodPracticeNoted: ({ practiceId: id, check: _, ...noted }, { happenedAt }) => ({
      put: { id, ...noted, notedAt: happenedAt, isWithdrawn: false },
    }),
    GoodPracticeWithdrawn: ({ practiceId, reason }) => ({
      set: practiceId,
      to: { isWithdrawn: true, reason },
    }),
  },
};
