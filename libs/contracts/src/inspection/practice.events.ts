import type { Category, Event, Plain } from '../event.js';
import type { PersonId, PracticeId, RoundId, UnitId, VisitId } from '../values.js';
import type { RecusalCheck } from './recusal.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
export type PracticeEvent =
  | Event<
      'GoodPracticeNoted',
      About & { unit: UnitId; text: string; by?: PersonId; check?: Plain<RecusalCheck> }
    >
  | Event<'GoodPracticeWithdrawn', About & { reason: string }>;

type About = { practiceId: PracticeId; visitId: VisitId; roundId?: RoundId };

export const practiceEvents: Category<PracticeEvent> = {
  name: 'practice',
  lifts: { GoodPracticeNoted: [], GoodPracticeWithdrawn: [] },
};
