import type { Line } from '@redress/contracts/directory/membership';
import type { Day, UnitId } from '@redress/contracts/values';
import { type DatedUnit, dayBefore, NEVER, parentOn } from '../unit-list/unit-list.js';

export type KnownUnits = ReadonlyMap<UnitId, DatedUnit>;

/**
 * Where a unit stood in the tree as long as it was there, one line for each time in which nothing above it changed.
 * `known` are all that were ever above it.
 */
export const linesOf = (unit: DatedUnit, known: KnownUnits): readonly Line[] => {
  const changes = [...above(unit, known)]
    .flatMap(({ parents }) => Object.keys(parents) as Day[])
    .filter((day) => day > unit.from && day <= unit.until);
  const days = [...new Set([unit.from, ...changes])].toSorted();
  const lines = days.map((from) => ({ unit: unit.id, above: aboveOn(unit, known, from), from }));
  const kept = lines.filter((line, index) => !isSame(line.above, lines[index - 1]?.above));
  return kept.map((line, index) => {
    const next = kept[index + 1];
    const until = next ? dayBefore(next.from) : unit.until;
    return { ...line, ...(until !== NEVER && { until }) };
  });
};

/** The unit, and whatever was above it on any day. */
const above = (unit: DatedUnit, known: KnownUnits): ReadonlySet<DatedUnit> => {
  const found = new Set([unit]);
  for (const { parents } of found)
    for (const id of Object.values(parents)) {
      const parent = id === '' ? undefined : known.get(id);
      if (parent) found.add(parent);
    }
  return found;
};

/** The nearest first. Two moves that did not know of each other may have closed a ring: it ends before it repeats. */
const aboveOn = (unit: DatedUnit, known: KnownUnits, day: Day): UnitId[] => {
  const line: UnitId[] = [];
  let next = parentOn(unit, day);
  while (next !== undefined && next !== unit.id && !line.includes(next)) {
    line.push(next);
    const parent = known.get(next);
    next = parent && parentOn(parent, day);
  }
  return line;
};

const isSame = (one: readonly UnitId[], other: readonly UnitId[] | undefined): boolean =>
  one.length === other?.length && one.every((unit, index) => unit === other[index]);
