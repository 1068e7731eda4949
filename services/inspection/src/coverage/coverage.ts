import type { Coverage, ReadCoverage, TeamCoverage } from '@redress/contracts/inspection/coverage';
import type { TeamId, UnitId } from '@redress/contracts/values';
import type { RoundScope } from './round-scopes.js';

const PAGE = 50;

/** The units in which visits of the round were submitted, whatever its scope. */
export type Seen = { readonly inspected: ReadonlySet<UnitId>; readonly selfChecked: ReadonlySet<UnitId> };

/** How much of its scope a round has seen, as far as is asked about, and a page of what it has not. */
export const coverageOf = (
  { id: roundId, teams }: RoundScope,
  { inspected, selfChecked }: Seen,
  { team, unit, limit = PAGE, cursor = '' as UnitId }: Omit<ReadCoverage, 'roundId'>,
): Coverage => {
  const scope = Object.entries(teams).map(([id, of]) => [id as UnitId, of] as const);
  const asked = scope.filter(
    ([id, of]) => (unit === undefined || id === unit) && (team === undefined || of.includes(team)),
  );
  const unseen = asked.filter(([id]) => !inspected.has(id));
  const after = unseen.filter(([id]) => id > cursor).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows = after.slice(0, limit).map(([id, of]) => ({ unit: id, teams: of }));
  const last = rows.at(-1);
  return {
    roundId,
    units: asked.length,
    seen: asked.length - unseen.length,
    unseen: unseen.length,
    selfChecked: asked.filter(([id]) => selfChecked.has(id)).length,
    outside: [...inspected].filter((id) => !Object.hasOwn(teams, id)).length,
    teams: byTeam(asked, inspected, team),
    rows,
    ...(last && after.length > rows.length && { next: last.unit }),
  };
};

/** Of a unit that several teams are to see, each has seen it once one has. */
const byTeam = (
  scope: readonly (readonly [UnitId, readonly TeamId[]])[],
  inspected: ReadonlySet<UnitId>,
  only: TeamId | undefined,
): readonly TeamCoverage[] => {
  const found = new Map<TeamId | undefined, { units: number; seen: number }>();
  for (const [unit, teams] of scope)
    for (const team of teams.length > 0 ? teams : [undefined]) {
      if (only !== undefined && team !== only) continue;
      const counts = found.get(team) ?? { units: 0, seen: 0 };
      found.set(team, counts);
      counts.units += 1;
      if (inspected.has(unit)) counts.seen += 1;
    }
  return [...found]
    .map(([team, counts]) => ({ ...(team && { team }), ...counts }))
    .toSorted((a, b) => ((a.team ?? '') < (b.team ?? '') ? -1 : 1));
};
