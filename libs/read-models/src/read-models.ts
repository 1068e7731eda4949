import type { Position } from '@redress/contracts/values';
import type { Count } from './facets.js';
import type { AnyProjection, AnyRow, Change, Projection } from './projection.js';

/**
 * Each field that is named must equal the value, be among those, or lie between, both ends included; null asks for rows
 * without it. Of a field that holds something under ids, or a list of ids, `has` asks for an id, or for each of several.
 */
export type Filter<Row extends AnyRow> = {
  readonly [Field in keyof Row]?:
    | Row[Field]
    | null
    | { readonly in: readonly Row[Field][] }
    | { readonly from?: Row[Field]; readonly to?: Row[Field] }
    | { readonly has: string | readonly string[] };
};

export type Query<Row extends AnyRow> = {
  readonly where: Filter<Row>;
  /** Sorted by this field, then by id. Rows without the field come first, or last when descending. */
  readonly by: keyof Row & string;
  readonly descending?: boolean | undefined;
  readonly limit: number;
  /** The `next` of the page before. */
  readonly cursor?: string | undefined;
  /** Rows in whose `search` fields all of these words are found. */
  readonly text?: string | undefined;
};

/** `next` is the `cursor` of the page that follows; without it this was the last. */
export type Page<Row extends AnyRow> = { readonly rows: readonly Row[]; readonly next?: string };

export type Facets<Field extends string> = Readonly<Record<Field, readonly Count[]>>;

/** A cursor that no page ever gave. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}

/** The port to the read models. */
export abstract class ReadModels {
  /**
   * Applies the changes and moves the model from one position to the next: both or neither. False, and nothing
   * is changed, when the model no longer stands at `from`: another projector was first.
   */
  abstract apply<Row extends AnyRow>(
    model: Projection<never, Row>,
    changes: readonly Change<Row>[],
    from: Position,
    upTo: Position,
  ): Promise<boolean>;

  /** How far a model has come; START before it has begun. */
  abstract positionOf(model: AnyModel): Promise<Position>;

  /** Resolves once the model stands at `position` or beyond; false when it did not within so many milliseconds. */
  abstract reached(model: AnyModel, position: Position, withinMs: number): Promise<boolean>;

  abstract get<Row extends AnyRow>(model: Projection<never, Row>, id: Row['id']): Promise<Row | undefined>;

  /**
   * A page of rows: as many as the limit, or fewer when they are long.
   * @throws BadCursor
   */
  abstract find<Row extends AnyRow>(model: Projection<never, Row>, query: Query<Row>): Promise<Page<Row>>;

  /** How many rows match. */
  abstract count<Row extends AnyRow>(
    model: Projection<never, Row>,
    query: Pick<Query<Row>, 'where' | 'text'>,
  ): Promise<number>;

  /**
   * How many of the rows that match have which value in each of these fields, or hold something under which id, the
   * most frequent value first. It is fast for the `facets` of the projection.
   */
  abstract facets<Row extends AnyRow, Field extends keyof Row & string>(
    model: Projection<never, Row>,
    query: Pick<Query<Row>, 'where' | 'text'> & { readonly fields: readonly Field[] },
  ): Promise<Facets<Field>>;

  /**
   * Whether the stored rows were made by another version of the projection, or are kept otherwise than it asks for,
   * or none were made yet.
   */
  abstract isOutdated(model: AnyProjection): Promise<boolean>;

  /** Leaves nothing in the files of what rows held before and hold no more. */
  purge(_model: AnyModel): Promise<void> {
    return Promise.resolve();
  }

  /**
   * An empty copy of the model beside the one in use. `apply` and `positionOf` work on it alone, queries go on
   * being answered by the other, until `swap` puts the copy in its place in one step. What an earlier one left
   * behind is dropped; of two at the same time the later one counts, and nothing more is applied to the other.
   */
  abstract shadowOf(model: AnyProjection): Promise<Shadow>;
}

export type Shadow = Pick<ReadModels, 'apply' | 'positionOf'> & {
  /** False, and nothing is changed, when the model in use has come further, or another shadow was made since. */
  swap(): Promise<boolean>;
  drop(): Promise<void>;
};

type AnyModel = { readonly name: string };
