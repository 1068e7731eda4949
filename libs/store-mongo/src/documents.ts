import { countedUnder, idsIn } from '@redress/read-models/facets';
import type { AnyRow } from '@redress/read-models/projection';
import { wordsIn } from '@redress/read-models/words';
import { type mongo, Schema } from 'mongoose';
import type { Shape } from './models.js';

/** A row as it is kept: its text, and beside it what it is found, sorted and counted by, each in a field of its own. */
export type RowDocument = {
  readonly _id: string;
  readonly row: string;
  /** Where the model stood when it was written. */
  readonly at: string;
  readonly words?: readonly string[];
  readonly [by: string]: unknown;
};

const isName = (field: string): boolean => /^[A-Za-z][A-Za-z0-9]*$/.test(field);

const named = (field: string): string => {
  if (isName(field)) return field;
  throw new Error(`rows cannot be asked for by a field called ${JSON.stringify(field)}`);
};

/** Where the value of a field is, when it is a text, a number, true or false. */
export const valueOf = (field: string): string => (field === 'id' ? '_id' : `v_${named(field)}`);
/** Where it is under which ids a field holds something. */
export const heldIn = (field: string): string => `h_${named(field)}`;
/** Where it is what a row is counted under in a field, written as JSON. */
export const countedIn = (field: string): string => `c_${named(field)}`;

export const documentOf = (row: AnyRow, at: string, { search, facets = [] }: Shape): RowDocument => {
  const text = JSON.stringify(row);
  const found: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(JSON.parse(text) as object) as [string, unknown][]) {
    if (!isName(field) || field === 'id' || value === null) continue;
    if (typeof value === 'object') found[heldIn(field)] = idsIn(value);
    else found[valueOf(field)] = value;
  }
  for (const field of facets)
    found[countedIn(field)] = countedUnder(row, field).map((value) => JSON.stringify(value));
  return { ...found, _id: row.id, row: text, at, words: wordsIn(row, search) };
};

/** The indexes that a projection asks for. */
export const indexesOf = ({ indexes, held = {}, search }: Shape): readonly mongo.IndexDescription[] => {
  const paths = [
    ...indexes.map((fields) => [...fields.map(valueOf), '_id']),
    ...Object.entries(held).flatMap(([field, sortedBy = []]) =>
      sortedBy.length === 0
        ? [[heldIn(field), '_id']]
        : sortedBy.map((by) => [heldIn(field), valueOf(by), '_id']),
    ),
    ...(search.length > 0 ? [['words']] : []),
  ].map((path) => [...new Set(path)]);
  // None twice, and none that is there by itself: a server refuses those.
  const different = new Map(paths.map((path) => [path.join(), path]));
  different.delete('_id');
  return [...different.values()].map((path, n) => ({
    key: Object.fromEntries(path.map((field) => [field, 1])),
    name: `by_${String(n)}`,
  }));
};

export const schemaFor = (collection: string): Schema<RowDocument> =>
  new Schema<RowDocument>(
    { _id: String, row: String, at: String, words: [String] },
    { collection, strict: false, strictQuery: false, versionKey: false, minimize: false, id: false },
  );
