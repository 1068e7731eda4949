import { type VisitEvent, visitEvents } from '@redress/contracts/inspection/visit.events';
import type { Sha256 } from '@redress/contracts/values';
import type { Projection } from '@redress/read-models/projection';

/** The files that one event names. */
export type NamingEvent = { readonly id: string; readonly files: readonly Sha256[] };

/** Every file that an event of a visit names. None is ever taken off: an event stays. */
export const namedFiles: Projection<VisitEvent, NamingEvent> = {
  name: 'namedFiles',
  version: 1,
  of: visitEvents,
  indexes: [],
  held: { files: [] },
  search: [],
  on: {
    EntriesRecorded: ({ entries }, { stream, revision }) => ({
      put: {
        id: `${stream} ${String(revision)}`,
        files: entries.flatMap((entry) =>
          'item' in entry ? (entry.item.files ?? []).map(({ sha256 }) => sha256) : [],
        ),
      },
    }),
  },
};
