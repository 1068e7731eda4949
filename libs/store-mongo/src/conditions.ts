import type { Place, Scalar } from '@redress/read-models/cursor';
import type { AnyRow } from '@redress/read-models/projection';
import type { Query } from '@redress/read-models/read-models';
import { type Wanted, wantedBy } from '@redress/read-models/wanted';
import { wordsSought } from '@redress/read-models/words';
import { heldIn, valueOf } from './documents.js';

/** A condition as MongoDB takes it. Operators stand only where they are written here. */
export type Condition = Readonly<Record<string, unknown>>;

export const conditionsOf = <Row extends AnyRow>({
  where,
  text,
}: Pick<Query<Row>, 'where' | 'text'>): readonly Condition[] => {
  const sought = wordsSought(text ?? '');
  return [
    ...wantedBy(where).map(wantedOf),
    ...(sought.length > 0 ? [{ words: { $all: sought.map(scalar) } }] : []),
  ];
};

/** Rows for which all hold. */
export const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? {} : { $and: conditions };

/** A value is a text, a number, true or false, whatever the types say: an object could be an operator. */
export const scalar = (value: unknown): Scalar => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new TypeError('rows are asked for by texts, numbers, true or false');
};

const wantedOf = (wanted: Wanted): Condition => {
  if ('has' in wanted) return { [heldIn(wanted.field)]: { $eq: scalar(wanted.has) } };
  const field = valueOf(wanted.field);
  if ('in' in wanted) return { [field]: { $in: wanted.in.map(scalar) } };
  if ('is' in wanted) return { [field]: { $eq: wanted.is === null ? null : scalar(wanted.is) } };
  const { from, to } = wanted.between;
  return {
    [field]: {
      $ne: null,
      ...(from === undefined ? {} : { $gte: scalar(from) }),
      ...(to === undefined ? {} : { $lte: scalar(to) }),
    },
  };
};

/** Rows that come after a place in the order of a field and the id. One without the field comes before any other. */
export const after = ([value, id]: Place, by: string, descending: boolean): Condition => {
  const beyond = descending ? '$lt' : '$gt';
  if (by === 'id') return { _id: { [beyond]: scalar(id) } };
  const field = valueOf(by);
  if (value === null) {
    const rest = { [field]: { $eq: null }, _id: { [beyond]: scalar(id) } };
    return descending ? rest : { $or: [rest, { [field]: { $ne: null } }] };
  }
  const same = { [field]: { $eq: scalar(value) }, _id: { [beyond]: scalar(id) } };
  const farther = { [field]: { [beyond]: scalar(value) } };
  return { $or: [same, farther, ...(descending ? [{ [field]: { $eq: null } }] : [])] };
};
