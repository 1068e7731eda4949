import { type UnitEvent, unitEvents } from '@redress/contracts/directory/organisation.events';
import type { UnitRow } from '@redress/contracts/directory/units';
import type { Day, UnitId } from '@redress/contracts/values';
import type { Projection } from '@redress/read-models/projection';

/** A unit with all it was called and all it belonged to, each by the day from which it was so. */
export type DatedUnit = {
  readonly id: UnitId;
  readonly code: string;
  /** The last. */
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
  /** Empty text: under none. */
  readonly parents: Readonly<Record<string, UnitId | ''>>;
  readonly from: Day;
  /** The last day. */
  readonly until: Day;
  readonly revision: number;
};

/** The last day of what has no end. */
export const NEVER = '9999-12-31' as Day;

export const dayBefore = (day: Day): Day =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10) as Day;

export const unitList: Projection<UnitEvent, DatedUnit> = {
  name: 'unitList',
  version: 1,
  of: unitEvents,
  indexes: [['code']],
  search: ['code', 'name'],
  on: {
    UnitEstablished: ({ unitId: id, code, name, parent, from }, { revision }) => ({
      put: {
        id,
        code,
        name,
        names: { [from]: name },
        parents: { [from]: parent ?? '' },
        from,
        until: NEVER,
        revision,
      },
    }),
    UnitRenamed: ({ unitId, name, from }, { revision }) => ({
      set: unitId,
      to: { name, names: { [from]: name }, revision },
    }),
    UnitMoved: ({ unitId, parent, from }, { revision }) => ({
      set: unitId,
      to: { parents: { [from]: parent ?? '' }, revision },
    }),
    UnitDissolved: ({ unitId, from }, { revision }) => ({
      set: unitId,
      to: { until: dayBefore(from), revision },
    }),
  },
};

/** The unit as it was on a day on which it was there. */
export const rowOn = ({ id, code, names, parents, revision }: DatedUnit, day: Day): UnitRow => {
  const parent = parentOn({ parents }, day);
  return { id, code, name: asOf(names, day) ?? '', ...(parent && { parent }), revision };
};

/** Under which unit it stood on a day; undefined for none. */
export const parentOn = ({ parents }: Pick<DatedUnit, 'parents'>, day: Day): UnitId | undefined => {
  const parent = asOf(parents, day);
  return parent === '' ? undefined : parent;
};

const asOf = <Value>(dated: Readonly<Record<string, Value>>, day: Day): Value | undefined =>
  Object.entries(dated)
    .filter(([from]) => from <= day)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .at(-1)?.[1];
