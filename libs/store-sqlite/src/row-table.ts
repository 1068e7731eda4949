import type { DatabaseSync } from 'node:sqlite';
import { placeAfter } from '@redress/read-models/cursor';
import { facetsOf, tally } from '@redress/read-models/facets';
import { pageFrom } from '@redress/read-models/page';
import type { AnyRow, Change } from '@redress/read-models/projection';
import type { Facets, Page, Query } from '@redress/read-models/read-models';
import { Codes } from './codes.js';
import { after, all, is } from './conditions.js';
import { Layout, type Shape } from './layout.js';
import { Planner } from './plan.js';
import { RowWriter } from './row-writer.js';
import type { Statements } from './statements.js';

type Asked<Row extends AnyRow> = Pick<Query<Row>, 'where' | 'text'>;

/** The rows of one generation of a model. */
export class RowTable {
  private readonly layout: Layout;
  private readonly planner: Planner;
  private readonly codes: Codes;
  private readonly writer: RowWriter;

  constructor(
    private readonly db: DatabaseSync,
    private readonly statements: Statements,
    generation: number,
    shape: Shape,
    few: number,
  ) {
    this.layout = new Layout(generation, shape);
    this.planner = new Planner(statements, this.layout, few);
    this.codes = new Codes(statements, this.layout);
    this.writer = new RowWriter(statements, this.layout, this.codes);
  }

  make(): void {
    this.layout.make(this.db);
  }

  drop(): void {
    this.statements.forget();
    this.layout.drop(this.db);
  }

  write<Row extends AnyRow>(changes: readonly Change<Row>[]): void {
    this.writer.write(changes);
  }

  /** What was taken out of the words is gone from them only then. */
  makeOnePiece(): void {
    this.statements.of(`INSERT INTO ${this.layout.words} (${this.layout.words}) VALUES ('optimize')`).run();
  }

  get(id: string): AnyRow | undefined {
    return this.writer.kept(id)?.row;
  }

  find<Row extends AnyRow>(query: Query<Row>): Page<Row> {
    return pageFrom(this.textsOf(this.placesOf(query)), query);
  }

  count<Row extends AnyRow>(asked: Asked<Row>): number {
    const { from, where } = this.planner.plan(asked);
    const counted = this.statements
      .of(`SELECT count(*) AS rows FROM ${from} WHERE ${where.sql}`)
      .get(...where.values);
    return (counted as { readonly rows: number }).rows;
  }

  facets<Row extends AnyRow, Field extends keyof Row & string>(
    asked: Asked<Row> & { readonly fields: readonly Field[] },
  ): Facets<Field> {
    const { fields } = asked;
    const { from, where } = this.planner.plan(asked);
    // An index that leads to many rows makes more of a way than all of them one after the other.
    const source = from === `${this.layout.rows} AS r` ? `${from} NOT INDEXED` : from;
    if (fields.every((field) => this.layout.facets.includes(field)))
      return facetsOf(this.codes.counted(fields, `FROM ${source} WHERE ${where.sql}`, where.values));
    const found = this.statements.of(`SELECT r.n FROM ${source} WHERE ${where.sql}`).all(...where.values);
    return tally(this.rowsOf(this.textsOf(found)), fields);
  }

  /** The numbers of the rows, in the order asked for: as many as the limit at least, when there are so many. */
  private *placesOf<Row extends AnyRow>(query: Query<Row>): Iterable<unknown> {
    const { descending = false, limit, cursor } = query;
    const { from, where, order } = this.planner.plan(query);
    const way = descending ? 'DESC' : 'ASC';
    const start = cursor === undefined ? [is('TRUE')] : after(placeAfter(cursor, query), order, descending);
    for (const part of start) {
      const { sql, values } = all([where, part]);
      const sorted = `ORDER BY ${order.column} ${way}, ${order.idColumn} ${way}`;
      yield* this.statements
        .of(`SELECT r.n FROM ${from} WHERE ${sql} ${sorted} LIMIT ?`)
        .all(...values, limit + 1);
    }
  }

  private *textsOf(places: Iterable<unknown>): Iterable<string> {
    for (const place of places) yield this.writer.textOf((place as { readonly n: number }).n);
  }

  private *rowsOf(texts: Iterable<string>): Iterable<AnyRow> {
    for (const text of texts) yield JSON.parse(text) as AnyRow;
  }
}
