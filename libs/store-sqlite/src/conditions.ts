import type { SQLInputValue } from 'node:sqlite';
import type { Place, Scalar } from '@redress/read-models/cursor';
import type { AnyRow } from '@redress/read-models/projection';
import type { Filter } from '@redress/read-models/read-models';
import { wordsSought } from '@redress/read-models/words';

/** A condition on a row in SQL, and the values of its question marks. */
export type Condition = { readonly sql: string; readonly values: readonly SQLInputValue[] };

const is = (sql: string, ...values: readonly SQLInputValue[]): Condition => ({ sql, values });

export const all = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(' AND ') || 'TRUE',
  values: conditions.flatMap(({ values }) => values),
});

/** How SQL reads a field, the same in an index as in a query, so that one serves the other. */
export const columnOf = (field: string): string => {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(field))
    throw new Error(`rows cannot be asked for by a field called ${JSON.stringify(field)}`);
  return field === 'id' ? 'id' : `row ->> '$.${field}'`;
};

// JSON in SQLite has true and false as 1 and 0.
const bound = (value: Scalar): string | number => (typeof value === 'boolean' ? Number(value) : value);

type Wanted =
  | Scalar
  | null
  | {
      readonly in?: readonly Scalar[];
      readonly from?: Scalar;
      readonly to?: Scalar;
      readonly has?: string;
    };

export const matching = <Row extends AnyRow>(where: Filter<Row>): readonly Condition[] =>
  Object.entries(where as Readonly<Record<string, Wanted | undefined>>)
    .filter((entry): entry is [string, Wanted] => entry[1] !== undefined)
    .flatMap(([field, wanted]) => wantedOf(field, wanted));

const wantedOf = (field: string, wanted: Wanted): readonly Condition[] => {
  const column = columnOf(field);
  if (wanted === null) return [is(`${column} IS NULL`)];
  if (typeof wanted !== 'object') return [is(`${column} = ?`, bound(wanted))];
  const { has, in: among, from, to } = wanted;
  if (has !== undefined)
    return [is(`EXISTS (SELECT 1 FROM json_each(row, '$.${field}') WHERE key = ?)`, has)];
  if (among) return [is(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(among))];
  return [
    is(`${column} IS NOT NULL`),
    ...(from === undefined ? [] : [is(`${column} >= ?`, bound(from))]),
    ...(to === undefined ? [] : [is(`${column} <= ?`, bound(to))]),
  ];
};

/** Rows in whose words all those of the text are. The words are letters and digits only, so quotes are safe. */
export const containing = (table: string, text: string | undefined): readonly Condition[] => {
  const sought = text === undefined ? [] : wordsSought(text);
  if (sought.length === 0) return [];
  const words = sought.map((word) => `"${word}"`).join(' ');
  // The plus lets SQLite walk an index in the order asked for and stop at the limit, rather than sort all that is found.
  return [is(`+n IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)`, words)];
};

/** Rows that come after a place in the order of a field and the id. A missing field comes before any value. */
export const after = (field: string, [value, id]: Place, descending: boolean): Condition => {
  const column = columnOf(field);
  if (value === null)
    return descending ? is(`${column} IS NULL AND id < ?`, id) : is(`${column} IS NOT NULL OR id > ?`, id);
  return descending
    ? is(`(${column}, id) < (?, ?) OR ${column} IS NULL`, bound(value), id)
    : is(`(${column}, id) > (?, ?)`, bound(value), id);
};
