import { type RoundEvent, roundEvents, type ScopeGroup } from '@redress/contracts/inspection/round.events';
import type { RoundId, TeamId, UnitId } from '@redress/contracts/values';
import type { Projection } from '@redress/read-models/projection';

/** Which units a round is about, and which teams are to see each. One long row, apart from those that are listed. */
export type RoundScope = {
  readonly id: RoundId;
  readonly teams: Readonly<Record<UnitId, readonly TeamId[]>>;
};

export const roundScopes: Projection<RoundEvent, RoundScope> = {
  name: 'roundScopes',
  version: 1,
  of: roundEvents,
  indexes: [],
  search: [],
  on: {
    RoundPlanned: ({ roundId: id }) => ({ put: { id, teams: {} } }),
    RoundScoped: ({ roundId, groups }) => ({ set: roundId, to: { teams: teamsIn(groups) } }),
    RoundRescoped: ({ roundId, added, removed }) => ({
      set: roundId,
      to: { teams: { ...Object.fromEntries(removed.map((unit) => [unit, null])), ...teamsIn(added) } },
    }),
  },
};

const teamsIn = (groups: readonly ScopeGroup[]): Readonly<Record<UnitId, readonly TeamId[]>> =>
  Object.fromEntries(groups.flatMap(({ teams, units }) => units.map((unit) => [unit, teams])));
