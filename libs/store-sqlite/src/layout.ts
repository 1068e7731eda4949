import type { DatabaseSync } from 'node:sqlite';

/** How the rows of a model are kept. */
export type Shape = {
  readonly indexes: readonly (readonly string[])[];
  readonly held?: Readonly<Partial<Record<string, readonly string[]>>>;
  readonly facets?: readonly string[];
  readonly search: readonly string[];
};

/** Where it is kept under which ids a field of the rows holds something, in the order of some other fields. */
export type Held = {
  readonly table: string;
  readonly field: string;
  readonly sortedBy: readonly string[];
};

/** An index over the rows, by these fields, then by the id. */
export type Index = { readonly name: string; readonly fields: readonly string[] };

/**
 * Which tables the rows of one generation of a model are in. What they are found by is apart from their text, so that a
 * search reads no text but that of the rows it finds. No name of a model ever stands in SQL: tables are numbered.
 */
export class Layout {
  /** One narrow line a row: its number `n`, its id, the fields that it is found and sorted by, what it is counted under. */
  readonly rows: string;
  /** The rows as JSON. */
  readonly texts: string;
  /** The words of the rows. */
  readonly words: string;
  /** What rows are counted under, each with a number. */
  readonly values: string;
  readonly fields: readonly string[];
  readonly indexes: readonly Index[];
  readonly held: readonly Held[];
  readonly facets: readonly string[];

  constructor(
    generation: number,
    readonly shape: Shape,
  ) {
    const { indexes, held = {}, facets = [] } = shape;
    const of = (what: string): string => `${what}_${String(generation)}`;
    this.rows = of('rows');
    this.texts = of('texts');
    this.words = of('words');
    this.values = of('values');
    this.indexes = indexes.map((fields, n) => ({ name: `${this.rows}_${String(n)}`, fields }));
    this.held = Object.entries(held).map(([field, sortedBy = []], n) => ({
      table: `${of('held')}_${String(n)}`,
      field: named(field),
      sortedBy,
    }));
    this.facets = facets;
    const sorted = this.held.flatMap(({ sortedBy }) => sortedBy);
    this.fields = [...new Set([...indexes.flat(), ...sorted])].filter((field) => field !== 'id');
  }

  /** How SQL reads a field of the row `r`. */
  column(field: string): string {
    if (field === 'id') return 'r.id';
    return this.fields.includes(field)
      ? `r.${columnOf(field)}`
      : `(SELECT row ->> '$.${named(field)}' FROM ${this.texts} WHERE n = r.n)`;
  }

  heldBy(field: string): Held | undefined {
    return this.held.find((held) => held.field === field);
  }

  make(db: DatabaseSync): void {
    const columns = this.fields.map((field) => `${columnOf(field)} ANY, `).join('');
    db.exec(`
      CREATE TABLE ${this.rows}
        (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ${columns}codes TEXT NOT NULL) STRICT;
      CREATE TABLE ${this.texts} (n INTEGER PRIMARY KEY, row TEXT NOT NULL) STRICT;
      CREATE TABLE ${this.values}
        (code INTEGER PRIMARY KEY, field TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (field, value)) STRICT;
    `);
    for (const { name, fields } of this.indexes)
      db.exec(`CREATE INDEX ${name} ON ${this.rows} (${[...fields.map(columnOf), 'id'].join(', ')})`);
    for (const held of this.held) this.makeHeld(db, held);
    // The words come cut already: this tokenizer parts them at spaces and keeps all that is not ASCII.
    db.exec(
      `CREATE VIRTUAL TABLE ${this.words} USING fts5
        (words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')`,
    );
  }

  drop(db: DatabaseSync): void {
    const tables = [this.rows, this.texts, this.words, this.values, ...this.held.map(({ table }) => table)];
    for (const table of tables) db.exec(`DROP TABLE ${table}`);
  }

  private makeHeld(db: DatabaseSync, { table, sortedBy }: Held): void {
    const columns = sortedBy.map((field) => `${columnOf(field)} ANY, `).join('');
    db.exec(
      `CREATE TABLE ${table} (key TEXT NOT NULL, n INTEGER NOT NULL, ${columns}id TEXT NOT NULL, PRIMARY KEY (key, n))
        STRICT, WITHOUT ROWID`,
    );
    for (const field of sortedBy) {
      const column = columnOf(field);
      db.exec(`CREATE INDEX ${table}_${column} ON ${table} (key, ${column}, id)`);
    }
  }
}

/** The column of a field, in the table of the rows and wherever rows are sorted by it. */
export const columnOf = (field: string): string => (field === 'id' ? 'id' : `f_${named(field)}`);

const named = (field: string): string => {
  if (/^[A-Za-z][A-Za-z0-9]*$/.test(field)) return field;
  throw new Error(`rows cannot be asked for by a field called ${JSON.stringify(field)}`);
};
