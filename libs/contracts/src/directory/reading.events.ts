import type { Category, Event } from '../event.js';
import type { MatterId, PersonId, ReadingId } from '../values.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
// One stream for each. Who read is the actor of the event; what was read is not in it.
export type ReadingEvent = Event<
  'PersonalDataShown',
  {
    readingId: ReadingId;
    /** The address of the interface, with names in place of what is in it: `GET /api/opinions/:opinionId`. */
    route: string;
    /** The query behind it: `intake.see-opinion`. */
    question: string;
    people: PersonId[];
    /** Where what was shown does not say whose it is: the opinions, visits and so on in which it stands. */
    matters: MatterId[];
  }
>;

export const readingEvents: Category<ReadingEvent> = {
  name: 'reading',
  lifts: { PersonalDataShown: [] },
};
