import type { SQLInputValue } from 'node:sqlite';
import { countedUnder } from '@redress/read-models/facets';
import type { AnyRow } from '@redress/read-models/projection';
import type { Layout } from './layout.js';
import type { Statements } from './statements.js';

const [ZERO, NINE] = [48, 57];

/**
 * What rows are counted under, as numbers: each value of each facet has one, and beside each row stand those of its
 * values. So all facets of many rows are counted in one go over text that is mostly digits.
 */
export class Codes {
  constructor(
    private readonly statements: Statements,
    private readonly layout: Layout,
  ) {}

  /** The codes of a row, each with a space behind it. What was never counted yet gets a new one. */
  of(row: AnyRow): string {
    const codes = this.layout.facets.flatMap((field) =>
      countedUnder(row, field).map((value) => this.codeOf(field, JSON.stringify(value))),
    );
    return codes.map((code) => `${String(code)} `).join('');
  }

  areSame(one: AnyRow, other: AnyRow): boolean {
    const under = (row: AnyRow): string =>
      JSON.stringify(this.layout.facets.map((field) => countedUnder(row, field)));
    return under(one) === under(other);
  }

  /** Of the rows `r` from there, how many are under each value, written as JSON, of these fields. */
  counted<Field extends string>(
    fields: readonly Field[],
    from: string,
    values: readonly SQLInputValue[],
  ): ReadonlyMap<Field, ReadonlyMap<string, number>> {
    const { codes } = this.statements
      .of(`SELECT group_concat(r.codes, '') AS codes ${from}`)
      .get(...values) as { readonly codes: string | null };
    const rows = timesIn(codes ?? '', this.last());
    const under = new Map(fields.map((field) => [field, new Map<string, number>()]));
    for (const { code, field, value } of this.known(fields)) {
      const times = rows[code] ?? 0;
      if (times > 0) under.get(field)?.set(value, times);
    }
    return under;
  }

  private codeOf(field: string, value: string): number {
    const { values } = this.layout;
    const known = this.statements
      .of(`SELECT code FROM ${values} WHERE field = ? AND value = ?`)
      .get(field, value) as { readonly code: number } | undefined;
    if (known) return known.code;
    const { lastInsertRowid } = this.statements
      .of(`INSERT INTO ${values} (field, value) VALUES (?, ?)`)
      .run(field, value);
    return Number(lastInsertRowid);
  }

  private last(): number {
    const found = this.statements.of(`SELECT max(code) AS last FROM ${this.layout.values}`).get();
    return (found as { readonly last: number | null }).last ?? 0;
  }

  private known<Field extends string>(fields: readonly Field[]) {
    return this.statements
      .of(
        `SELECT code, field, value FROM ${this.layout.values} WHERE field IN (SELECT value FROM json_each(?))`,
      )
      .all(JSON.stringify(fields)) as unknown as readonly { code: number; field: Field; value: string }[];
  }
}

/** How often each number up to the last stands in a text of numbers with a space behind each. */
const timesIn = (codes: string, last: number): Readonly<Uint32Array> => {
  const times = new Uint32Array(last + 1);
  let code = 0;
  for (let index = 0; index < codes.length; index += 1) {
    const character = codes.charCodeAt(index);
    if (character >= ZERO && character <= NINE) code = code * 10 + character - ZERO;
    else {
      times[code] = (times[code] ?? 0) + 1;
      code = 0;
    }
  }
  return times;
};
