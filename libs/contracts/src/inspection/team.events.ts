import type { Category, Event } from '../event.js';
import type { Day, PersonId, TeamId, UnitId } from '../values.js';
import type { RecusalOfEvent } from './recusal.js';
import type { TeamPart } from './team-parts.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
// Every fact is dated, both days included: what is recorded today may hold since last month, and the past stays as it
// was. An end names by its first day what it ends.
export type TeamEvent =
  | Event<'TeamFormed', About & { name: string; from: Day; until?: Day }>
  | Event<'MemberJoined', AboutMember & { until?: Day }>
  | Event<'MemberLeft', AboutMember & { until: Day }>
  | Event<'UnitPaired', AboutUnit & { until?: Day }>
  | Event<'UnitUnpaired', AboutUnit & { until: Day }>
  /** With what was known of them on the first day; absent from before it was kept. */
  | Event<'LiaisonStationed', AboutLiaison & { until?: Day; recusal?: RecusalOfEvent }>
  | Event<'LiaisonWithdrawn', AboutLiaison & { until: Day }>
  | Event<'TeamDissolved', About & { until: Day }>;

type About = { teamId: TeamId };
type AboutMember = About & { person: PersonId; part: TeamPart; from: Day };
type AboutUnit = About & { unit: UnitId; from: Day };
type AboutLiaison = About & { person: PersonId; unit: UnitId; from: Day };

export const teamEvents: Category<TeamEvent> = {
  name: 'team',
  lifts: {
    TeamFormed: [],
    MemberJoined: [],
    MemberLeft: [],
    UnitPaired: [],
    UnitUnpaired: [],
    LiaisonStationed: [],
    LiaisonWithdrawn: [],
    TeamDissolved: [],
  },
};
