import { type InterestEvent, interestEvents } from '@redress/contracts/inspection/interest.events';
import type { OverrideRow } from '@redress/contracts/inspection/interest-list';
import type { Projection } from '@redress/read-models/projection';
import { saidBy } from '../interest-list/interest-list.js';

/** One line each time that the office let somebody act in spite of a conflict. */
export const overrideList: Projection<InterestEvent, OverrideRow> = {
  name: 'overrideList',
  version: 1,
  of: interestEvents,
  indexes: [['at'], ['person', 'at'], ['unit', 'at']],
  search: ['reason'],
  on: {
    RecusalOverridden: ({ overrideId: id, ...given }, recorded) => ({
      put: { id, ...given, ...saidBy(recorded) },
    }),
    OverrideEnded: ({ overrideId, until }, { revision }) => ({ set: overrideId, to: { until, revision } }),
  },
};
