import { type AnyRow } from './projection.js';
import { BadCursor, type Query } from './read-models.js';

export type Scalar = string | number | boolean;
/** Where a row stands in a sorted list: the value of the field it is sorted by, and its id. */
export type Place = readonly [Scalar | null, string];

export const placeOf = <Row extends AnyRow>(row: Row, by: keyof Row): Place => [
  (row[by] as Scalar | undefined) ?? null,
  row.id,
];

type Sorting<Row extends AnyRow> = Pick<Query<Row>, 'by' | 'descending'>;

/** A cursor is only good for the sorting it was made for. */
export const cursorOf = <Row extends AnyRow>(
  place: Place,
  { by, descending = false }: Sorting<Row>,
): string => Buffer.from(JSON.stringify([by, descending, ...place])).toString('base64url');

/** @throws BadCursor */
export const placeAfter = <Row extends AnyRow>(
  cursor: string,
  { by, descending = false }: Sorting<Row>,
): Place => {
  const [field, downwards, value, id] = partsOf(cursor);
  const isScalar = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  if (field !== by || downwards !== descending || !isScalar || typeof id !== 'string')
    throw new BadCursor('this cursor belongs to no page of this list');
  return [value as Scalar | null, id];
};

const partsOf = (cursor: string): readonly unknown[] => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
};
