import type { Category, Event, Plain } from '../event.js';
import type { Day, InterestId, OverrideId, PersonId, UnitId } from '../values.js';
import type { Conflict } from './recusal.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
// One stream for each person: what keeps them from acting for a unit besides their posts, and what does not.
export type InterestEvent =
  | Event<'InterestDeclared', AboutInterest & { reason: string; from: Day; until?: Day }>
  | Event<'InterestEnded', AboutInterest & { until: Day }>
  /** With all conflicts that were known when it was given: it lifts these, and no other that comes to light later. */
  | Event<
      'RecusalOverridden',
      AboutOverride & { reason: string; from: Day; until: Day; conflicts: readonly Plain<Conflict>[] }
    >
  | Event<'OverrideEnded', AboutOverride & { until: Day }>;

type AboutInterest = { person: PersonId; interestId: InterestId; unit: UnitId };
type AboutOverride = { person: PersonId; overrideId: OverrideId; unit: UnitId };

export const interestEvents: Category<InterestEvent> = {
  name: 'interest',
  lifts: { InterestDeclared: [], InterestEnded: [], RecusalOverridden: [], OverrideEnded: [] },
  personal: { InterestDeclared: [{ whose: 'person', fields: ['reason'] }] },
};
