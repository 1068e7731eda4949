import { EventEmitter } from 'node:events';
import { type Position, START } from '@redress/contracts/values';
import { type Place, placeAfter, placeOf, type Scalar } from './cursor.js';
import { idsIn, tally } from './facets.js';
import { pageFrom } from './page.js';
import { type AnyProjection, type AnyRow, type Change, changed, type Projection } from './projection.js';
import { type Facets, type Page, type Query, ReadModels, type Shadow } from './read-models.js';
import { awaitPosition } from './reached.js';
import { type Wanted, wantedBy } from './wanted.js';
import { wordsIn, wordsSought } from './words.js';

type Model = { readonly rows: string; readonly upTo: Position; readonly version: number };

/** Keeps rows as JSON text: what would not survive a real database does not survive here. */
export class InMemoryReadModels extends ReadModels {
  private readonly models = new Map<string, Model>();
  private readonly shadows = new Map<string, symbol>();
  private readonly moved = new EventEmitter().setMaxListeners(0);

  override apply<Row extends AnyRow>(
    model: Projection<never, Row>,
    changes: readonly Change<Row>[],
    from: Position,
    upTo: Position,
  ): Promise<boolean> {
    return Promise.resolve(this.applyTo(model.name, model.version, changes, from, upTo));
  }

  override positionOf({ name }: { readonly name: string }): Promise<Position> {
    return Promise.resolve(this.models.get(name)?.upTo ?? START);
  }

  override reached(model: { readonly name: string }, position: Position, withinMs: number): Promise<boolean> {
    return awaitPosition(this.moved, model.name, () => this.positionOf(model), position, withinMs);
  }

  override get<Row extends AnyRow>(model: Projection<never, Row>, id: Row['id']): Promise<Row | undefined> {
    return Promise.resolve(this.rowsOf(model.name).find((row) => row.id === id) as Row | undefined);
  }

  override find<Row extends AnyRow>(model: Projection<never, Row>, query: Query<Row>): Promise<Page<Row>> {
    const { by, descending = false, cursor } = query;
    const after = cursor === undefined ? undefined : placeAfter(cursor, query);
    const forward = descending ? -1 : 1;
    const compare = (a: Place, b: Place): number => forward * order(a, b);
    const place = (row: Row): Place => placeOf(row, by);
    const found = this.matching(model, query)
      .sort((a, b) => compare(place(a), place(b)))
      .filter((row) => after === undefined || compare(place(row), after) > 0);
    return Promise.resolve(
      pageFrom(
        found.map((row) => JSON.stringify(row)),
        query,
      ),
    );
  }

  override count<Row extends AnyRow>(
    model: Projection<never, Row>,
    query: Pick<Query<Row>, 'where' | 'text'>,
  ): Promise<number> {
    return Promise.resolve(this.matching(model, query).length);
  }

  override facets<Row extends AnyRow, Field extends keyof Row & string>(
    model: Projection<never, Row>,
    query: Pick<Query<Row>, 'where' | 'text'> & { readonly fields: readonly Field[] },
  ): Promise<Facets<Field>> {
    return Promise.resolve(tally(this.matching(model, query), query.fields));
  }

  override isOutdated({ name, version }: AnyProjection): Promise<boolean> {
    return Promise.resolve(this.models.get(name)?.version !== version);
  }

  override shadowOf(model: AnyProjection): Promise<Shadow> {
    const shadow = `${model.name}~`;
    const empty: Model = { rows: '[]', upTo: START, version: model.version };
    const mark = Symbol(shadow);
    this.models.set(shadow, empty);
    this.shadows.set(shadow, mark);
    const ours = (): Model | undefined =>
      this.shadows.get(shadow) === mark ? this.models.get(shadow) : undefined;
    return Promise.resolve({
      apply: (_, changes, from, upTo) =>
        Promise.resolve(ours() !== undefined && this.applyTo(shadow, model.version, changes, from, upTo)),
      positionOf: () => Promise.resolve(ours()?.upTo ?? START),
      swap: () => {
        const made = ours();
        if (!made || made.upTo < (this.models.get(model.name)?.upTo ?? START)) return Promise.resolve(false);
        this.models.set(model.name, made);
        this.models.delete(shadow);
        this.moved.emit(model.name);
        return Promise.resolve(true);
      },
      drop: () => {
        if (ours()) this.models.delete(shadow);
        return Promise.resolve();
      },
    });
  }

  private applyTo<Row extends AnyRow>(
    name: string,
    version: number,
    changes: readonly Change<Row>[],
    from: Position,
    upTo: Position,
  ): boolean {
    const { upTo: stands = START, version: made = version } = this.models.get(name) ?? {};
    if (stands !== from) return false;
    const rows = changes.reduce<readonly Row[]>(changed, this.rowsOf(name) as readonly Row[]);
    this.models.set(name, { rows: JSON.stringify(rows), upTo, version: made });
    this.moved.emit(name);
    return true;
  }

  private matching<Row extends AnyRow>(
    { name, search }: Projection<never, Row>,
    { where, text }: Pick<Query<Row>, 'where' | 'text'>,
  ): Row[] {
    const sought = text === undefined ? [] : wordsSought(text);
    const wanted = wantedBy(where);
    return (this.rowsOf(name) as readonly Row[]).filter((row) => {
      const words = new Set(wordsIn(row, search));
      return wanted.every((one) => isWanted(row, one)) && sought.every((word) => words.has(word));
    });
  }

  private rowsOf(name: string): readonly AnyRow[] {
    return JSON.parse(this.models.get(name)?.rows ?? '[]') as readonly AnyRow[];
  }
}

const order = ([a, idA]: Place, [b, idB]: Place): number => {
  if (a !== b) return a === null || (b !== null && comesBefore(a, b)) ? -1 : 1;
  return idA === idB ? 0 : comesBefore(idA, idB) ? -1 : 1;
};

// Text by its code points, as databases have it; JavaScript compares halves of them.
const comesBefore = (a: Scalar, b: Scalar): boolean =>
  typeof a === 'string' && typeof b === 'string' ? Buffer.from(a).compare(Buffer.from(b)) < 0 : a < b;

const isWanted = (row: AnyRow, wanted: Wanted): boolean => {
  const value =
    (row as unknown as Readonly<Record<string, Scalar | object | undefined>>)[wanted.field] ?? null;
  if ('has' in wanted) return idsIn(value).includes(wanted.has);
  if ('is' in wanted) return value === wanted.is;
  if (value === null || typeof value === 'object') return false;
  if ('in' in wanted) return wanted.in.includes(value);
  const { from = value, to = value } = wanted.between;
  return !comesBefore(value, from) && !comesBefore(to, value);
};
