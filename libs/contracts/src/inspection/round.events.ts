import type { Category, Event, Plain } from '../event.js';
import type { ChecklistId, Day, EntryId, RoundId, TeamId, UnitId } from '../values.js';
import type { TreeNode } from './plan-round.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
export type RoundEvent =
  | Event<
      'RoundPlanned',
      About & {
        title: string;
        from: Day;
        until: Day;
        checklistId: ChecklistId;
        checklistVersion: number;
        /** Where the units were taken from; absent when they were named. */
        tree?: Plain<TreeNode>;
        /** Whose pairing: that of the teams on the first day, or one that was named for this round. */
        pairedBy: 'teams' | 'office';
        /** How many units, which are in the events that follow. */
        units: number;
      }
    >
  /** Some of the units with which the round begins; so many in one event as fit. */
  | Event<'RoundScoped', About & { part: number; parts: number; groups: readonly ScopeGroup[] }>
  | Event<
      'RoundRescoped',
      About & {
        entryId: EntryId;
        added: readonly ScopeGroup[];
        removed: readonly UnitId[];
        reason: string;
        /** How many there are now. */
        units: number;
      }
    >
  | Event<'RoundClosed', About & { on: Day }>;

type About = { roundId: RoundId };

/** Units that are to be seen by the same teams, mostly by one; by none yet when there is none. */
export type ScopeGroup = { readonly teams: readonly TeamId[]; readonly units: readonly UnitId[] };

export const roundEvents: Category<RoundEvent> = {
  name: 'round',
  lifts: { RoundPlanned: [], RoundScoped: [], RoundRescoped: [], RoundClosed: [] },
};
