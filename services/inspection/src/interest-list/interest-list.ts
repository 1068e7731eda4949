import type { Recorded } from '@redress/contracts/event';
import { type InterestEvent, interestEvents } from '@redress/contracts/inspection/interest.events';
import type { InterestRow } from '@redress/contracts/inspection/interest-list';
import type { Projection } from '@redress/read-models/projection';

/** One line an interest that was ever declared. */
export const interestList: Projection<InterestEvent, InterestRow> = {
  name: 'interestList',
  version: 1,
  of: interestEvents,
  indexes: [['at'], ['person', 'at'], ['unit', 'at']],
  search: ['reason'],
  on: {
    InterestDeclared: ({ interestId: id, ...declared }, recorded) => ({
      put: { id, ...declared, ...saidBy(recorded) },
    }),
    InterestEnded: ({ interestId, until }, { revision }) => ({ set: interestId, to: { until, revision } }),
  },
};

/** By whom something was said of a person, and when. */
export const saidBy = ({ happenedAt: at, actor, revision }: Omit<Recorded, 'data'>) => ({
  at,
  ...(actor.person && { by: actor.person }),
  revision,
});
