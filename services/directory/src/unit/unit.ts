import { type UnitEvent, unitEvents } from '@redress/contracts/directory/organisation.events';
import type { Day, UnitId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

/** How a unit is from a day on. */
export type UnitState = { readonly from: Day; readonly name: string; readonly parent: UnitId | undefined };

export type Unit =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'established';
      readonly last: UnitState;
      /** Those before the last, the latest first. */
      readonly earlier: readonly UnitState[];
      readonly dissolvedFrom?: Day;
    };

/** How the unit was on a day; undefined when it was not there. */
export const unitOn = (unit: Unit, day: Day): UnitState | undefined => {
  if (unit.status === 'unknown') return undefined;
  const { last, earlier, dissolvedFrom } = unit;
  if (dissolvedFrom !== undefined && day >= dissolvedFrom) return undefined;
  return [last, ...earlier].find(({ from }) => from <= day);
};

const evolve = (unit: Unit, { type, data }: UnitEvent): Unit => {
  if (type === 'UnitEstablished') {
    const { from, name, parent } = data;
    return { status: 'established', last: { from, name, parent }, earlier: [] };
  }
  if (unit.status === 'unknown') return unit;

  const { last, earlier } = unit;
  const changed = (change: Partial<UnitState>): Unit => ({
    ...unit,
    last: { ...last, ...change, from: data.from },
    earlier: last.from === data.from ? earlier : [last, ...earlier],
  });

  switch (type) {
    case 'UnitRenamed':
      return changed({ name: data.name });
    case 'UnitMoved':
      return changed({ parent: data.parent });
    case 'UnitDissolved':
      return { ...unit, dissolvedFrom: data.from };
  }
};

export const units: Aggregate<Unit, UnitEvent> = { ...unitEvents, initial: { status: 'unknown' }, evolve };
