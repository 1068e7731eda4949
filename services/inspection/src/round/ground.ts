import type { TeamId, UnitId } from '@redress/contracts/values';
import type { Pairing } from './scope.js';

/** What a round stands on, as the directory and the teams had it on the day. */
export type Ground = {
  /** The units that were named, or that the tree had. */
  readonly units: readonly UnitId[];
  /** Which of those there were. */
  readonly there: ReadonlySet<UnitId>;
  /** As the teams are paired. */
  readonly pairing: Pairing;
  /** Those that there are. */
  readonly teams: ReadonlySet<TeamId>;
};

/** What is wrong with the units and the pairing that were named, if anything is. */
export const unfit = (
  pairing: Pairing | undefined,
  { units, there, teams }: Ground,
): 'no-such-unit' | 'no-such-team' | 'paired-outside-the-scope' | undefined => {
  if (units.some((unit) => !there.has(unit))) return 'no-such-unit';
  if (pairing?.some(({ team }) => !teams.has(team))) return 'no-such-team';
  const named = new Set(units);
  if (pairing?.some(({ units: paired }) => paired.some((unit) => !named.has(unit))))
    return 'paired-outside-the-scope';
  return undefined;
};
