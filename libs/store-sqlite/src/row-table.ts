import type { DatabaseSync } from 'node:sqlite';
import { placeAfter } from '@redress/read-models/cursor';
import { pageFrom } from '@redress/read-models/page';
import { type AnyRow, type Change, patched } from '@redress/read-models/projection';
import type { Page, Query } from '@redress/read-models/read-models';
import { wordsIn } from '@redress/read-models/words';
import { after, all, columnOf, containing, matching } from './conditions.js';
import type { Statements } from './statements.js';

/** How the rows of a model are kept. */
export type Shape = {
  readonly indexes: readonly (readonly string[])[];
  readonly search: readonly string[];
};

type Kept = { readonly n: number; readonly row: string };
type Touched = {
  readonly kept: Kept | undefined;
  readonly before: AnyRow | undefined;
  row: AnyRow | undefined;
};

/**
 * The rows of one generation of a model as JSON, with an index over what is in it, and their words. No name of a
 * model ever stands in SQL: tables are numbered.
 */
export class RowTable {
  private readonly rows: string;
  private readonly words: string;

  constructor(
    private readonly db: DatabaseSync,
    private readonly statements: Statements,
    generation: number,
  ) {
    this.rows = `rows_${String(generation)}`;
    this.words = `words_${String(generation)}`;
  }

  make({ indexes }: Shape): void {
    this.db.exec(
      `CREATE TABLE ${this.rows} (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, row TEXT NOT NULL) STRICT`,
    );
    for (const [index, fields] of indexes.entries()) {
      const columns = [...fields.map((field) => columnOf(field)), 'id'].join(', ');
      this.db.exec(`CREATE INDEX ${this.rows}_${String(index)} ON ${this.rows} (${columns})`);
    }
    // The words come cut already: this tokenizer parts them at spaces and keeps all that is not ASCII.
    this.db.exec(
      `CREATE VIRTUAL TABLE ${this.words} USING fts5
        (words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')`,
    );
  }

  drop(): void {
    this.statements.forget();
    this.db.exec(`DROP TABLE ${this.words}; DROP TABLE ${this.rows}`);
  }

  /** Each row is read and written once, however many changes concern it. */
  write<Row extends AnyRow>({ search }: Shape, changes: readonly Change<Row>[]): void {
    const touched = new Map<string, Touched>();
    for (const change of changes) {
      const id = 'put' in change ? change.put.id : change.set;
      const entry = touched.get(id) ?? this.touch(id);
      touched.set(id, entry);
      if ('put' in change) entry.row = change.put;
      else if (entry.row) entry.row = patched(entry.row, change.to) as AnyRow;
    }
    for (const entry of touched.values()) this.save(search, entry);
  }

  get(id: string): AnyRow | undefined {
    const kept = this.kept(id);
    return kept && (JSON.parse(kept.row) as AnyRow);
  }

  find<Row extends AnyRow>(query: Query<Row>): Page<Row> {
    const { where, text, by, descending = false, limit, cursor } = query;
    const start = cursor === undefined ? [] : [after(by, placeAfter(cursor, query), descending)];
    const { sql, values } = all([...matching(where), ...containing(this.words, text), ...start]);
    const way = descending ? 'DESC' : 'ASC';
    const found = this.statements
      .of(`SELECT row FROM ${this.rows} WHERE ${sql} ORDER BY ${columnOf(by)} ${way}, id ${way} LIMIT ?`)
      .iterate(...values, limit + 1);
    return pageFrom(textsOf(found), query);
  }

  count<Row extends AnyRow>({ where, text }: Pick<Query<Row>, 'where' | 'text'>): number {
    const { sql, values } = all([...matching(where), ...containing(this.words, text)]);
    const counted = this.statements
      .of(`SELECT count(*) AS rows FROM ${this.rows} WHERE ${sql}`)
      .get(...values);
    return (counted as { rows: number }).rows;
  }

  private kept(id: string): Kept | undefined {
    return this.statements.of(`SELECT n, row FROM ${this.rows} WHERE id = ?`).get(id) as Kept | undefined;
  }

  private touch(id: string): Touched {
    const kept = this.kept(id);
    const before = kept && (JSON.parse(kept.row) as AnyRow);
    return { kept, before, row: before };
  }

  private save(search: readonly string[], { kept, before, row }: Touched): void {
    const text = JSON.stringify(row);
    if (!row || text === kept?.row) return;
    const n = kept?.n ?? this.insert(row.id, text);
    if (kept) this.statements.of(`UPDATE ${this.rows} SET row = ? WHERE n = ?`).run(text, n);
    const isFoundByTheSame =
      before && search.every((field) => fieldOf(before, field) === fieldOf(row, field));
    if (!isFoundByTheSame) this.index(n, wordsIn(row, search));
  }

  private insert(id: string, text: string): number | bigint {
    return this.statements.of(`INSERT INTO ${this.rows} (id, row) VALUES (?, ?)`).run(id, text)
      .lastInsertRowid;
  }

  private index(n: number | bigint, words: readonly string[]): void {
    this.statements
      .of(`INSERT OR REPLACE INTO ${this.words} (rowid, words) VALUES (?, ?)`)
      .run(n, words.join(' '));
  }
}

const fieldOf = (row: AnyRow, field: string): unknown => (row as Readonly<Record<string, unknown>>)[field];

function* textsOf(found: Iterable<unknown>): Iterable<string> {
  for (const row of found) yield (row as { readonly row: string }).row;
}
