import type { Figure } from '@redress/contracts/inspection/report-numbers';
import type { TeamId, UnitId } from '@redress/contracts/values';
import { type Counting, grouped, sum } from './counting.js';
import type { RoundRecord } from './round-record.js';
import type { Mark } from './span.js';
import { inspectedIn, selfCheckedIn, type Submitted } from './submitted.js';

type Seen = ReadonlyMap<UnitId, readonly Submitted[]>;

/** How many units are in the scope, how many of them were seen, by team, and each unit by itself. */
export const countCoverage = (record: RoundRecord, counting: Counting): readonly Figure[] => {
  const { units, marks, added, removed } = record.scope;
  const inspected: Seen = grouped(inspectedIn(record), ({ plan }) => plan.unit);
  const scope = [...units.keys()].toSorted();
  const seen = scope.filter((unit) => inspected.has(unit));
  const outside = [...inspected.keys()].filter((unit) => !units.has(unit));
  const selfChecked = grouped(selfCheckedIn(record), ({ plan }) => plan.unit);
  const checkedThemselves = scope.filter((unit) => selfChecked.has(unit));
  return [
    counting.figure('units-in-scope', scope.length, marks),
    counting.figure('units-added', sum(added.map((one) => one.units)), added.map(byMark)),
    counting.figure('units-removed', sum(removed.map((one) => one.units)), removed.map(byMark)),
    counting.figure('units-seen', seen.length, marksOf(seen, inspected)),
    counting.figure('units-unseen', scope.length - seen.length, [...marks, ...marksOf(seen, inspected)]),
    counting.figure('units-self-checked', checkedThemselves.length, marksOf(checkedThemselves, selfChecked)),
    counting.figure('units-outside', outside.length, marksOf(outside, inspected)),
    ...teamsIn(record).flatMap((team) => {
      const theirs = scope.filter((unit) => areTheirs(units.get(unit) ?? [], team));
      const seenOf = theirs.filter((unit) => inspected.has(unit));
      const of = team === undefined ? {} : { team };
      return [
        counting.figure('team-units', theirs.length, marks, of),
        counting.figure('team-seen', seenOf.length, marksOf(seenOf, inspected), of),
      ];
    }),
    ...scope.map((unit) => counting.count('unit-visits', marksOf([unit], inspected), { unit })),
  ];
};

/** Undefined for the units that no team is to see. Of a unit that several are to see, each has seen it once one has. */
const teamsIn = ({ scope }: RoundRecord): readonly (TeamId | undefined)[] => {
  const teams = new Set<TeamId | undefined>();
  for (const of of scope.units.values()) for (const team of of.length > 0 ? of : [undefined]) teams.add(team);
  return [...teams].toSorted((one, other) => ((one ?? '') < (other ?? '') ? -1 : 1));
};

const areTheirs = (of: readonly TeamId[], team: TeamId | undefined): boolean =>
  team === undefined ? of.length === 0 : of.includes(team);

const marksOf = (units: readonly UnitId[], visits: Seen): readonly Mark[] =>
  units.flatMap((unit) => (visits.get(unit) ?? []).map(({ said }) => said));

const byMark = ({ mark }: { readonly mark: Mark }): Mark => mark;
