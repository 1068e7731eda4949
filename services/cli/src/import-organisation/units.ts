import type { Day } from '@redress/contracts/values';
import type { Fault } from '../table-file/table.js';
import type { Placed } from './organisation-row.js';

/** A unit as all its rows together say it is. */
export type Unit = {
  readonly code: string;
  readonly name: string;
  readonly parent: string | undefined;
  readonly from: Day;
  readonly line: number;
};

/** Rows of one unit must agree on it; the first one is believed. */
export const disagreement = (
  unit: Unit | undefined,
  { line, unit: { name, parent } }: Placed,
): Fault | undefined => {
  if (!unit) return undefined;
  const before = `line ${String(unit.line)} says otherwise of the same unit_code`;
  if (unit.name !== name) return { line, column: 'unit', reason: before };
  return unit.parent === parent ? undefined : { line, column: 'parent_code', reason: before };
};

/**
 * The units of some rows, each after its parent, wherever that stands in the file. A unit is there from the first day
 * that any of its rows, or of those below it, speaks of.
 */
export const unitsIn = (rows: readonly Placed[]): readonly Unit[] => {
  const units = new Map<string, Unit>();
  const reachesBackTo = (from: Day, unit: Unit): void => {
    if (from < unit.from) units.set(unit.code, { ...unit, from });
  };
  for (const { line, unit, from } of rows) {
    const known = units.get(unit.code);
    if (known) reachesBackTo(from, known);
    else units.set(unit.code, { ...unit, from, line });
  }
  for (const { code, from } of units.values())
    for (const above of lineOf(code, units).slice(1)) reachesBackTo(from, above);
  const ordered = new Set([...units.keys()].flatMap((code) => lineOf(code, units).toReversed()));
  return [...ordered];
};

/** A unit and all above it, the unit first. In a circle of parents it ends before it repeats. */
const lineOf = (code: string, units: ReadonlyMap<string, Unit>): readonly Unit[] => {
  const line: Unit[] = [];
  let next = units.get(code);
  while (next && !line.includes(next)) {
    line.push(next);
    next = next.parent === undefined ? undefined : units.get(next.parent);
  }
  return line;
};
