import { CODE, CommandFailed } from './mongo-failed.js';
import { type Doc, valueAt } from './mongo-matching.js';

export type Indexes = ReadonlyMap<string, Doc>;

const MOST = 64;
const MOST_FIELDS = 32;
const MOST_BYTES = 255;
const MOST_BYTES_OF_A_DATABASE = 63;

/** @throws CommandFailed for a name that no collection may have. */
export const checkNamespace = (place: string): void => {
  const [database = '', ...rest] = place.split('.');
  const collection = rest.join('.');
  const isWrong =
    Buffer.byteLength(place) > MOST_BYTES ||
    Buffer.byteLength(database) > MOST_BYTES_OF_A_DATABASE ||
    !/^[^/\\ "$*<>:|?\0]+$/.test(database) ||
    !/^(?!system\.)[^$\0]+$/.test(collection);
  if (isWrong) throw new CommandFailed(CODE.InvalidNamespace, `Invalid namespace specified '${place}'`);
};

const cannot = (why: string): never => {
  throw new CommandFailed(CODE.CannotCreateIndex, why);
};

/** The indexes of a collection with those that are asked for besides. */
export const indexed = (there: Indexes, asked: readonly Doc[], docs: Iterable<Doc>): Indexes => {
  const indexes = new Map(there);
  for (const { key, name } of asked as readonly { readonly key: Doc; readonly name: string }[]) {
    const fields = Object.keys(key);
    const isIdAlone = fields.length === 1 && fields[0] === '_id';
    if (name === '' || name === '_id_' || isIdAlone) cannot('the _id index has its own name');
    if (fields.length === 0 || fields.length > MOST_FIELDS) cannot('too few or too many fields');
    if (fields.some((field) => !/^[^$.]+(\.[^$.]+)*$/.test(field))) cannot('not a field');
    if (Object.values(key).some((way) => way !== 1 && way !== -1)) cannot('neither up nor down');
    const spelt = JSON.stringify(key);
    const same = [...indexes].find(([, other]) => JSON.stringify(other) === spelt);
    if (same && same[0] !== name)
      throw new CommandFailed(
        CODE.IndexOptionsConflict,
        `Index already exists with a different name: ${same[0]}`,
      );
    if (!same && indexes.has(name))
      throw new CommandFailed(CODE.IndexKeySpecsConflict, `An existing index has the same name as ${name}`);
    indexes.set(name, key);
  }
  // The one of the id counts as well.
  if (indexes.size + 1 > MOST) cannot('too many indexes');
  for (const doc of docs) checkIndexed(indexes, doc);
  return indexes;
};

/** @throws CommandFailed for a document that has lists in two fields of one index. */
export const checkIndexed = (indexes: Indexes, doc: Doc): void => {
  for (const key of indexes.values()) {
    const lists = Object.keys(key).filter((path) => Array.isArray(valueAt(doc, path)));
    if (lists.length > 1)
      throw new CommandFailed(
        CODE.CannotIndexParallelArrays,
        `cannot index parallel arrays [${lists.join('] [')}]`,
      );
  }
};
