import type { Category, Event, Recorded } from '@redress/contracts/event';

export type AnyRow = { readonly id: string };

/** As RFC 7396: an object is merged into the one that is there, null takes a field away, undefined leaves it, all else replaces. */
export type Patch<Value> = Value extends string | number | boolean | null | undefined | readonly unknown[]
  ? Value
  : { readonly [Field in keyof Value]?: Patch<Value[Field]> | null | undefined };

/** A change to a row, always to absolute values: applied twice, it reads the same. */
export type Change<Row extends AnyRow> =
  { readonly put: Row } | { readonly set: Row['id']; readonly to: Patch<Omit<Row, 'id'>> };

/** Which rows an event writes. Events that are not named do not concern the read model. */
export type Projection<E extends Event, Row extends AnyRow> = {
  readonly name: string;
  /** Raised when the rows come out otherwise than before: the read model is then made anew from the log. */
  readonly version: number;
  readonly of: Category<E>;
  /** Fields by which rows are filtered or sorted, one list an index. */
  readonly indexes: readonly (readonly (keyof Row & string)[])[];
  /**
   * Fields that hold something under ids, or a list of ids, by which rows are found; each with the fields that those
   * rows are sorted by.
   */
  readonly held?: Readonly<Partial<Record<keyof Row & string, readonly (keyof Row & string)[]>>>;
  /** Fields by whose values, or ids, rows are counted. */
  readonly facets?: readonly (keyof Row & string)[];
  /** Fields of text in which words are searched. */
  readonly search: readonly (keyof Row & string)[];
  readonly on: {
    readonly [Type in E['type']]?: (
      data: Extract<E, { type: Type }>['data'],
      recorded: Omit<Recorded, 'data'>,
    ) => Change<Row> | readonly Change<Row>[];
  };
};

/** Whatever its events and rows. */
export type AnyProjection = Projection<never, never>;

export const changesFor = <E extends Event, Row extends AnyRow>(
  { on }: Projection<E, Row>,
  event: E & Recorded,
): readonly Change<Row>[] => [on[event.type as E['type']]?.(event.data, event) ?? []].flat();

export const changed = <Row extends AnyRow>(rows: readonly Row[], change: Change<Row>): readonly Row[] =>
  'put' in change
    ? [...rows.filter(({ id }) => id !== change.put.id), change.put]
    : rows.map((row) => (row.id === change.set ? (patched(row, change.to) as Row) : row));

/** RFC 7396, JSON Merge Patch. */
export const patched = (target: unknown, patch: unknown): unknown => {
  if (!isObject(patch)) return patch;
  const result = new Map(Object.entries(isObject(target) ? target : {}));
  for (const [field, value] of Object.entries(patch))
    if (value === null) result.delete(field);
    else if (value !== undefined) result.set(field, patched(result.get(field), value));
  return Object.fromEntries(result);
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
