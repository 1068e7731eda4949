import { type ReadingEvent, readingEvents } from '@redress/contracts/directory/reading.events';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

export type Reading = { readonly status: 'unknown' | 'recorded' };

export const readings: Aggregate<Reading, ReadingEvent> = {
  ...readingEvents,
  initial: { status: 'unknown' },
  evolve: () => ({ status: 'recorded' }),
};
