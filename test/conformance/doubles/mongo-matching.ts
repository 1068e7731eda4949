import { CODE, CommandFailed } from './mongo-failed.js';

/** What the double of MongoDB knows of its query language: what the adapter uses, and an error for all else. */
export type Doc = Readonly<Record<string, unknown>>;

const TYPES = ['null', 'number', 'string', 'boolean'] as const;

const typeOf = (value: unknown): number => {
  if (value === null || value === undefined) return 0;
  const type = TYPES.indexOf(typeof value as (typeof TYPES)[number]);
  if (type < 0) throw new Error(`the double does not compare ${typeof value}`);
  return type;
};

/** As BSON has it: what is missing first, then numbers, text by its bytes, false and true. */
export const compared = (one: unknown, other: unknown): number => {
  const types = typeOf(one) - typeOf(other);
  if (types !== 0 || typeOf(one) === 0) return types;
  if (typeof one === 'string') return Buffer.from(one).compare(Buffer.from(other as string));
  return Number(one) - Number(other);
};

export const valueAt = (doc: Doc, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Doc | undefined)?.[name], doc);

const equals = (value: unknown, wanted: unknown): boolean =>
  Array.isArray(value)
    ? value.some((one) => equals(one, wanted))
    : typeof value !== 'object' || value === null
      ? compared(value, wanted) === 0
      : false;

/** Only values of one type are compared; of a list, each element. */
const inOrder = (value: unknown, bound: unknown, holds: (order: number) => boolean): boolean =>
  Array.isArray(value)
    ? value.some((one) => inOrder(one, bound, holds))
    : typeOf(value) === typeOf(bound) && holds(compared(value, bound));

const listIn = (wanted: unknown, operator: string): readonly unknown[] => {
  if (Array.isArray(wanted)) return wanted;
  throw new CommandFailed(CODE.BadValue, `${operator} needs an array`);
};

const conditionsIn = (wanted: unknown, operator: string): readonly Doc[] => {
  const conditions = listIn(wanted, operator);
  if (conditions.length === 0) throw new CommandFailed(CODE.BadValue, `${operator} must be a nonempty array`);
  return conditions as readonly Doc[];
};

const OPERATORS: Readonly<Record<string, (value: unknown, wanted: unknown) => boolean>> = {
  $eq: equals,
  $ne: (value, wanted) => !equals(value, wanted),
  $in: (value, wanted) => listIn(wanted, '$in').some((one) => equals(value, one)),
  // Of nothing, nothing is found.
  $all: (value, wanted) =>
    listIn(wanted, '$all').length > 0 && listIn(wanted, '$all').every((one) => equals(value, one)),
  $gt: (value, bound) => inOrder(value, bound, (order) => order > 0),
  $gte: (value, bound) => inOrder(value, bound, (order) => order >= 0),
  $lt: (value, bound) => inOrder(value, bound, (order) => order < 0),
  $lte: (value, bound) => inOrder(value, bound, (order) => order <= 0),
};

const isOperators = (wanted: unknown): wanted is Doc =>
  typeof wanted === 'object' && wanted !== null && Object.keys(wanted).some((key) => key.startsWith('$'));

export const matches = (doc: Doc, filter: Doc): boolean =>
  Object.entries(filter).every(([key, wanted]) => {
    if (key === '$and') return conditionsIn(wanted, key).every((one) => matches(doc, one));
    if (key === '$or') return conditionsIn(wanted, key).some((one) => matches(doc, one));
    if (key.startsWith('$')) throw new Error(`the double does not know ${key}`);
    const value = valueAt(doc, key);
    if (!isOperators(wanted)) return equals(value, wanted);
    return Object.entries(wanted).every(([operator, operand]) => {
      const holds = OPERATORS[operator];
      if (!holds) throw new Error(`the double does not know ${operator}`);
      return holds(value, operand);
    });
  });

export const sorted = (docs: readonly Doc[], by: Doc = {}): readonly Doc[] =>
  docs.toSorted((one, other) => {
    for (const [path, way] of Object.entries(by)) {
      const order = compared(valueAt(one, path), valueAt(other, path));
      if (order !== 0) return order * (way as number);
    }
    return 0;
  });

/** The fields that are asked for, and the id. */
export const projected = (doc: Doc, projection: Doc = {}): Doc => {
  if (Object.values(projection).some((wanted) => wanted !== 1 && wanted !== true))
    throw new Error('the double shows only fields that are named');
  const names = ['_id', ...Object.keys(projection)];
  return names.length === 1
    ? doc
    : Object.fromEntries(Object.entries(doc).filter(([name]) => names.includes(name)));
};

/** `$match`, `$unwind` and `$group` that counts. */
export const aggregated = (docs: readonly Doc[], pipeline: readonly Doc[]): readonly Doc[] =>
  pipeline.reduce<readonly Doc[]>((rows, stage) => {
    if ('$match' in stage) return rows.filter((row) => matches(row, stage['$match'] as Doc));
    if ('$unwind' in stage) {
      const path = (stage['$unwind'] as string).slice(1);
      return rows.flatMap((row) =>
        ((row[path] ?? []) as readonly unknown[]).map((one) => ({ ...row, [path]: one })),
      );
    }
    if ('$group' in stage) return grouped(rows, stage['$group'] as Doc);
    throw new Error(`the double does not know ${Object.keys(stage).join()}`);
  }, docs);

const grouped = (rows: readonly Doc[], { _id: by, ...sums }: Doc): readonly Doc[] => {
  const groups = new Map<unknown, number>();
  for (const row of rows) {
    const key = typeof by === 'string' ? row[by.slice(1)] : by;
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  const [name = 'n'] = Object.keys(sums);
  return [...groups].map(([_id, count]) => ({ _id, [name]: count }));
};
