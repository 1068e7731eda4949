import type { Scalar } from './cursor.js';

/** How many rows have a value, or hold something under an id. Null counts those that have none. */
export type Count = { readonly value: Scalar | null; readonly rows: number };

/** Under which ids a field holds something: the names in an object, the texts in a list. */
export const idsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value)
    ? [...new Set(value.filter((id) => typeof id === 'string'))]
    : Object.keys(value);
};

/** What a row is counted under in a field: its value, or each id that it holds; null when there is none. */
export const countedUnder = (row: object, field: string): readonly (Scalar | null)[] => {
  const value = (row as Readonly<Record<string, unknown>>)[field] ?? null;
  if (typeof value !== 'object' || value === null) return [value as Scalar | null];
  const ids = idsIn(value);
  return ids.length > 0 ? ids : [null];
};

/** The rows under each value, a value being written as JSON: the most frequent first, then in the order of the text. */
export const countsOf = (rowsUnder: ReadonlyMap<string, number>): readonly Count[] =>
  [...rowsUnder]
    .map(([value, rows]) => ({ value, rows, text: Buffer.from(value) }))
    .sort((a, b) => b.rows - a.rows || a.text.compare(b.text))
    .map(({ value, rows }) => ({ value: JSON.parse(value) as Scalar | null, rows }));

/** Counts rows one by one. */
export const tally = <Field extends string>(
  rows: Iterable<object>,
  fields: readonly Field[],
): Readonly<Record<Field, readonly Count[]>> => {
  const under = new Map(fields.map((field) => [field, new Map<string, number>()]));
  for (const row of rows)
    for (const [field, counts] of under)
      for (const value of countedUnder(row, field)) {
        const text = JSON.stringify(value);
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
  return facetsOf(under);
};

export const facetsOf = <Field extends string>(
  rowsUnder: ReadonlyMap<Field, ReadonlyMap<string, number>>,
): Readonly<Record<Field, readonly Count[]>> =>
  Object.fromEntries([...rowsUnder].map(([field, counts]) => [field, countsOf(counts)])) as Readonly<
    Record<Field, readonly Count[]>
  >;
