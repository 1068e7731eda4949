import type { RoundRow } from '@redress/contracts/inspection/round-list';
import { type RoundEvent, roundEvents } from '@redress/contracts/inspection/round.events';
import type { Projection } from '@redress/read-models/projection';

export const roundList: Projection<RoundEvent, RoundRow> = {
  name: 'roundList',
  version: 1,
  of: roundEvents,
  indexes: [['from'], ['status', 'from']],
  search: ['title'],
  on: {
    RoundPlanned: ({ roundId: id, pairedBy: _, ...plan }, { revision }) => ({
      put: { id, ...plan, status: 'planned', revision },
    }),
    RoundScoped: ({ roundId }, { revision }) => ({ set: roundId, to: { revision } }),
    RoundRescoped: ({ roundId, units }, { revision }) => ({ set: roundId, to: { units, revision } }),
    RoundClosed: ({ roundId, on }, { revision }) => ({
      set: roundId,
      to: { status: 'closed', closedOn: on, revision },
    }),
  },
};
