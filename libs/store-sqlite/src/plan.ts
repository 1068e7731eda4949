import type { AnyRow } from '@redress/read-models/projection';
import type { Query } from '@redress/read-models/read-models';
import { type Wanted, wantedBy } from '@redress/read-models/wanted';
import { all, type Condition, containing, is, soughtIn, wantedOf } from './conditions.js';
import { columnOf, type Layout } from './layout.js';
import type { Statements } from './statements.js';

/** Where the rows `r` are read from, on which conditions, and what they are sorted by. */
export type Plan = { readonly from: string; readonly where: Condition; readonly order: Order };
export type Order = { readonly column: string; readonly idColumn: string };

/** A way to the rows for which a condition holds. */
type Way = {
  /** What of the query it does, so that only the rest is asked of each row. */
  readonly does: Wanted | string | undefined;
  readonly condition: Condition;
  /** The table that leads, and all that is read. */
  readonly leads: string;
  readonly from: string;
  /** Whether the rows come in the order asked for. */
  readonly inOrder: boolean;
  readonly order: Order;
};

type Asked<Row extends AnyRow> = Pick<Query<Row>, 'where' | 'text'> & { readonly by?: string };

/**
 * How a query is answered best. SQLite does not know how many rows a value has; so each condition that an index leads to
 * is asked whether it has few, and the one with the fewest leads. When all have many, those that match are met soon in
 * the order asked for.
 */
export class Planner {
  constructor(
    private readonly statements: Statements,
    private readonly layout: Layout,
    /** What leads to fewer rows than that is followed, whatever their order. */
    private readonly few: number,
  ) {}

  plan<Row extends AnyRow>({ where, text, by }: Asked<Row>): Plan {
    const { layout } = this;
    const wanted = wantedBy(where);
    const sought = soughtIn(text);
    const ways = [
      ...wanted.flatMap((one) => ('has' in one ? this.wayOfHeld(one, by) : this.wayOfIndex(one, by))),
      ...(sought === undefined ? [] : [this.wayOfWords(sought, by)]),
    ];
    const { does, from, condition, order } = this.best(ways) ?? this.wayInOrder(by);
    const others = wanted.filter((one) => one !== does).map((one) => wantedOf(layout, one));
    const words = sought === undefined || sought === does ? [] : [containing(layout, sought)];
    return { from, where: all([condition, ...others, ...words]), order };
  }

  private best(ways: readonly Way[]): Way | undefined {
    const [least] = ways
      .map((way) => ({ way, rows: this.rowsOn(way) }))
      .toSorted((one, other) => one.rows - other.rows);
    return least && least.rows < this.few ? least.way : ways.find(({ inOrder }) => inOrder);
  }

  /** How many rows a way leads to, as far as they are few. */
  private rowsOn({ leads, condition: { sql, values } }: Way): number {
    const counted = this.statements
      .of(`SELECT count(*) AS rows FROM (SELECT 1 FROM ${leads} WHERE ${sql} LIMIT ?)`)
      .get(...values, this.few) as { readonly rows: number };
    return counted.rows;
  }

  private wayOfHeld(wanted: Wanted & { readonly has: string }, by: string | undefined): readonly Way[] {
    const held = this.layout.heldBy(wanted.field);
    if (!held) return [];
    const isSorted = by !== undefined && held.sortedBy.includes(by);
    const leads = `${held.table} AS h`;
    return [
      {
        does: wanted,
        condition: is('h.key = ?', wanted.has),
        leads,
        from: `${leads} CROSS JOIN ${this.layout.rows} AS r ON r.n = h.n`,
        inOrder: by === undefined || isSorted,
        order: isSorted ? { column: `h.${columnOf(by)}`, idColumn: 'h.id' } : this.orderOf(by),
      },
    ];
  }

  private wayOfIndex(wanted: Wanted, by: string | undefined): readonly Way[] {
    const { indexes } = this.layout;
    const leading = indexes.filter(({ fields: [first] }) => first === wanted.field);
    const isSame = 'is' in wanted;
    const sorted = leading.find(({ fields: [, second] }) => (isSame ? second : wanted.field) === by);
    const index = sorted ?? leading[0];
    if (!index) return [];
    const condition = wantedOf(this.layout, wanted);
    return [{ ...this.through(index.name, by), does: wanted, condition, inOrder: sorted !== undefined }];
  }

  private wayOfWords(sought: string, by: string | undefined): Way {
    const { words, rows } = this.layout;
    return {
      does: sought,
      condition: is(`${words} MATCH ?`, sought),
      leads: words,
      from: `${words} CROSS JOIN ${rows} AS r ON r.n = ${words}.rowid`,
      inOrder: false,
      order: this.orderOf(by),
    };
  }

  private wayInOrder(by: string | undefined): Way {
    const index = this.layout.indexes.find(({ fields }) => fields.length === 1 && fields[0] === by);
    return { ...this.through(index?.name, by), does: undefined, condition: is('TRUE'), inOrder: true };
  }

  private through(index: string | undefined, by: string | undefined) {
    const from = `${this.layout.rows} AS r${index === undefined ? '' : ` INDEXED BY ${index}`}`;
    return { leads: from, from, order: this.orderOf(by) };
  }

  private orderOf(by = 'id'): Order {
    return { column: this.layout.column(by), idColumn: 'r.id' };
  }
}
