import type { Category, Event } from '../event.js';
import type { Instant, LetterId, MessageId } from '../values.js';

/** When the event was given up: it may be given up again. */
type About = { letterId: LetterId; reaction: string; givenUpAt: Instant; eventId?: MessageId };

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
export type UpkeepEvent =
  /** A reaction was given an event once more that it had given up, and was done with it. */
  Event<'DeadLetterRequeued', About> | Event<'DeadLetterDropped', About & { reason: string }>;

/** What an operator did about events that reactions gave up, in the case of the event: one stream a letter. */
export const upkeepEvents: Category<UpkeepEvent> = {
  name: 'upkeep',
  lifts: { DeadLetterRequeued: [], DeadLetterDropped: [] },
};
