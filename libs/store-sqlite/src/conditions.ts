import type { SQLInputValue } from 'node:sqlite';
import type { Place, Scalar } from '@redress/read-models/cursor';
import type { Wanted } from '@redress/read-models/wanted';
import { wordsSought } from '@redress/read-models/words';
import type { Layout } from './layout.js';

/** A condition on a row in SQL, and the values of its question marks. */
export type Condition = { readonly sql: string; readonly values: readonly SQLInputValue[] };

export const is = (sql: string, ...values: readonly SQLInputValue[]): Condition => ({ sql, values });

export const all = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(' AND ') || 'TRUE',
  values: conditions.flatMap(({ values }) => values),
});

// JSON in SQLite has true and false as 1 and 0, and so have the columns.
export const bound = (value: Scalar): string | number => (typeof value === 'boolean' ? Number(value) : value);

/** What is wanted of the row `r`. */
export const wantedOf = (layout: Layout, wanted: Wanted): Condition => {
  const { field } = wanted;
  const column = layout.column(field);
  if ('has' in wanted) return holding(layout, field, wanted.has);
  if ('in' in wanted) return is(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(wanted.in));
  if ('is' in wanted)
    return wanted.is === null ? is(`${column} IS NULL`) : is(`${column} = ?`, bound(wanted.is));
  const { from, to } = wanted.between;
  return all([
    is(`${column} IS NOT NULL`),
    ...(from === undefined ? [] : [is(`${column} >= ?`, bound(from))]),
    ...(to === undefined ? [] : [is(`${column} <= ?`, bound(to))]),
  ]);
};

const holding = (layout: Layout, field: string, id: string): Condition => {
  const held = layout.heldBy(field);
  if (held) return is(`EXISTS (SELECT 1 FROM ${held.table} AS o WHERE o.key = ? AND o.n = r.n)`, id);
  // In a list the key is a place, and what is held is the value.
  const each = `${layout.texts} AS t, json_each(t.row, '$.${field}') AS e`;
  return is(
    `EXISTS (SELECT 1 FROM ${each} WHERE t.n = r.n AND iif(typeof(e.key) = 'integer', e.value, e.key) = ?)`,
    id,
  );
};

/** What the words table is asked for a text. The words are letters and digits only, so quotes are safe. */
export const soughtIn = (text: string | undefined): string | undefined =>
  wordsSought(text ?? '')
    .map((word) => `"${word}"`)
    .join(' ') || undefined;

/** Rows in whose words all those are. */
export const containing = ({ words }: Layout, sought: string): Condition =>
  // The plus lets SQLite walk an index in the order asked for and stop at the limit, rather than sort all that is found.
  is(`+r.n IN (SELECT rowid FROM ${words} WHERE ${words} MATCH ?)`, sought);

/**
 * The rows that come after a place in the order of a column and the id, in parts that follow each other. A missing value
 * comes before any other.
 */
export const after = (
  [value, id]: Place,
  { column, idColumn }: { readonly column: string; readonly idColumn: string },
  descending: boolean,
): readonly Condition[] => {
  const sign = descending ? '<' : '>';
  if (value !== null) {
    const rest = is(`(${column}, ${idColumn}) ${sign} (?, ?)`, bound(value), id);
    return descending ? [rest, is(`${column} IS NULL`)] : [rest];
  }
  const rest = is(`${column} IS NULL AND ${idColumn} ${sign} ?`, id);
  return descending ? [rest] : [rest, is(`${column} IS NOT NULL`)];
};
