import type { AnyRow } from '@redress/read-models/projection';
import type { Filter } from '@redress/read-models/read-models';
import type { Between } from './days.js';

/** That it holds each of those that are named; undefined where none is. */
export const holding = (...ids: readonly (string | undefined)[]) => {
  const has = ids.filter((id) => id !== undefined);
  return has.length > 0 ? { has } : undefined;
};

/** What lies within all of them; undefined where none has an end. */
export const between = <Value>(...ranges: readonly Between<Value>[]) => {
  const from = ranges
    .flatMap((range) => range.from ?? [])
    .toSorted()
    .at(-1);
  const [to] = ranges.flatMap((range) => range.to ?? []).toSorted();
  if (from === undefined && to === undefined) return undefined;
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
};

type Asked<Row extends AnyRow> = { readonly [Field in keyof Filter<Row>]?: Filter<Row>[Field] | undefined };

/** The filter without the fields that nothing is asked of. */
export const defined = <Row extends AnyRow>(fields: Asked<Row>): Filter<Row> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Filter<Row>;
