import { idsIn } from '@redress/read-models/facets';
import { type AnyRow, type Change, patched } from '@redress/read-models/projection';
import { wordsIn } from '@redress/read-models/words';
import type { Codes } from './codes.js';
import { bound } from './conditions.js';
import { columnOf, type Held, type Layout } from './layout.js';
import type { Statements } from './statements.js';

/** What stands in the columns of a line: text, numbers, or null for all else. */
type Column = string | number | null;
type Kept = { readonly n: number; readonly text: string; readonly row: AnyRow };
type Touched = { readonly kept: Kept | undefined; row: AnyRow | undefined };

/** Writes rows, and all that they are found by, in the transaction of whoever calls. */
export class RowWriter {
  constructor(
    private readonly statements: Statements,
    private readonly layout: Layout,
    private readonly codes: Codes,
  ) {}

  /** Each row is read and written once, however many changes concern it. */
  write<Row extends AnyRow>(changes: readonly Change<Row>[]): void {
    const touched = new Map<string, Touched>();
    for (const change of changes) {
      const id = 'put' in change ? change.put.id : change.set;
      const entry = touched.get(id) ?? this.touch(id);
      touched.set(id, entry);
      if ('put' in change) entry.row = change.put;
      else if (entry.row) entry.row = patched(entry.row, change.to) as AnyRow;
    }
    for (const entry of touched.values()) this.save(entry);
  }

  kept(id: string): Kept | undefined {
    const line = this.statements.of(`SELECT n FROM ${this.layout.rows} WHERE id = ?`).get(id);
    if (!line) return undefined;
    const { n } = line as { readonly n: number };
    const text = this.textOf(n);
    return { n, text, row: JSON.parse(text) as AnyRow };
  }

  textOf(n: number): string {
    const found = this.statements.of(`SELECT row FROM ${this.layout.texts} WHERE n = ?`).get(n);
    return (found as { readonly row: string }).row;
  }

  private touch(id: string): Touched {
    const kept = this.kept(id);
    return { kept, row: kept?.row };
  }

  private save({ kept, row }: Touched): void {
    const text = JSON.stringify(row);
    if (!row || text === kept?.text) return;
    const before = kept?.row;
    const n = kept ? kept.n : this.insert(row);
    if (before) this.update(n, before, row);
    this.statements.of(`INSERT OR REPLACE INTO ${this.layout.texts} (n, row) VALUES (?, ?)`).run(n, text);
    for (const held of this.layout.held) this.hold(held, n, before, row);
    const { search } = this.layout.shape;
    if (!before || search.some((field) => fieldOf(before, field) !== fieldOf(row, field)))
      this.index(n, wordsIn(row, search));
  }

  private insert(row: AnyRow): number {
    const columns = ['id', ...this.layout.fields.map(columnOf), 'codes'];
    const marks = columns.map(() => '?').join(', ');
    const { lastInsertRowid } = this.statements
      .of(`INSERT INTO ${this.layout.rows} (${columns.join(', ')}) VALUES (${marks})`)
      .run(row.id, ...this.layout.fields.map((field) => columnFor(row, field)), this.codes.of(row));
    return Number(lastInsertRowid);
  }

  /** SQLite touches an index when a column of it is named, changed or not. */
  private update(n: number, before: AnyRow, row: AnyRow): void {
    const changed = changedIn(this.layout.fields, before, row);
    const codes = this.codes.areSame(before, row) ? [] : [this.codes.of(row)];
    const columns = [...changed.map(columnOf), ...codes.map(() => 'codes')];
    if (columns.length === 0) return;
    const values = [...changed.map((field) => columnFor(row, field)), ...codes];
    this.statements
      .of(`UPDATE ${this.layout.rows} SET ${columns.map(isGiven).join(', ')} WHERE n = ?`)
      .run(...values, n);
  }

  /** What it no longer holds goes, what it holds now is there, in the order of the fields as they are now. */
  private hold({ table, field, sortedBy }: Held, n: number, before: AnyRow | undefined, row: AnyRow): void {
    const ids = idsIn(fieldOf(row, field));
    const held = before ? idsIn(fieldOf(before, field)) : [];
    const names = ['key', 'n', 'id', ...sortedBy.map(columnOf)];
    for (const id of ids.filter((one) => !held.includes(one)))
      this.statements
        .of(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
        .run(id, n, row.id, ...sortedBy.map((by) => columnFor(row, by)));
    for (const id of held.filter((one) => !ids.includes(one)))
      this.statements.of(`DELETE FROM ${table} WHERE key = ? AND n = ?`).run(id, n);
    const changed = before ? changedIn(sortedBy, before, row) : [];
    if (changed.length === 0) return;
    const columns = changed.map(columnOf).map(isGiven).join(', ');
    for (const id of held.filter((one) => ids.includes(one)))
      this.statements
        .of(`UPDATE ${table} SET ${columns} WHERE key = ? AND n = ?`)
        .run(...changed.map((by) => columnFor(row, by)), id, n);
  }

  private index(n: number, words: readonly string[]): void {
    this.statements
      .of(`INSERT OR REPLACE INTO ${this.layout.words} (rowid, words) VALUES (?, ?)`)
      .run(n, words.join(' '));
  }
}

const fieldOf = (row: AnyRow, field: string): unknown => (row as Readonly<Record<string, unknown>>)[field];

const columnFor = (row: AnyRow, field: string): Column => {
  const value = fieldOf(row, field);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? bound(value)
    : null;
};

const changedIn = (fields: readonly string[], before: AnyRow, row: AnyRow): readonly string[] =>
  fields.filter((field) => columnFor(before, field) !== columnFor(row, field));

const isGiven = (column: string): string => `${column} = ?`;
