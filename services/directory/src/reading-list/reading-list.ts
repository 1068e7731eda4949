import { type ReadingEvent, readingEvents } from '@redress/contracts/directory/reading.events';
import type { ReadingRow } from '@redress/contracts/directory/readings';
import type { Plain } from '@redress/contracts/event';
import type { PersonId } from '@redress/contracts/values';
import type { Projection } from '@redress/read-models/projection';

/** A row with what it is found by. */
export type ListedReading = Plain<ReadingRow> & {
  readonly by?: PersonId;
  readonly about: Readonly<Record<PersonId, true>>;
};

export const readingList: Projection<ReadingEvent, ListedReading> = {
  name: 'readingList',
  version: 1,
  of: readingEvents,
  indexes: [['at'], ['by', 'at'], ['route', 'at']],
  held: { about: ['at'] },
  search: [],
  on: {
    PersonalDataShown: ({ readingId: id, ...shown }, { actor: reader, happenedAt: at }) => ({
      put: {
        id,
        at,
        reader,
        ...shown,
        ...(reader.person && { by: reader.person }),
        about: Object.fromEntries(shown.people.map((person) => [person, true as const])),
      },
    }),
  },
};
