import mongoose from 'mongoose';
import { CODE, CommandFailed } from './mongo-failed.js';
import type { Doc } from './mongo-matching.js';

const MOST_BYTES = 16_777_216;
/** Below this many characters a document is not measured: it cannot be too large. */
const MEASURED_FROM = 2_000_000;

/** @throws CommandFailed for a document that may not be stored. */
export const checkStored = (doc: Doc): void => {
  const { _id } = doc;
  if (_id === undefined || Array.isArray(_id) || _id instanceof RegExp)
    throw new CommandFailed(CODE.InvalidIdField, "the '_id' value cannot be of this type");
  const wrong = Object.keys(doc).find((name) => name.startsWith('$'));
  if (wrong !== undefined)
    throw new CommandFailed(CODE.FailedToParse, `the dollar prefixed field '${wrong}' is not allowed`);
  if (weightOf(doc) > MEASURED_FROM && mongoose.mongo.BSON.calculateObjectSize(doc) > MOST_BYTES)
    throw new CommandFailed(CODE.TooLarge, 'BSONObj size is invalid: it must be between 0 and 16793600');
};

const weightOf = (value: unknown): number => {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.values(value).reduce<number>((sum, one) => sum + 8 + weightOf(one), 0);
};

const fail = (code: number, message: string): never => {
  throw new CommandFailed(code, message);
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A document after an update: replaced, or with fields set and taken away; or made, with what the filter says. */
export const updated = (doc: Doc | undefined, update: Doc, equal: Doc): Doc => {
  const operators = Object.keys(update).filter((key) => key.startsWith('$'));
  const made = operators.length === 0 ? replaced(doc, update, equal) : changed(doc, update, equal);
  if (doc && !isSame(made['_id'], doc['_id'])) fail(CODE.ImmutableField, "the '_id' field cannot be changed");
  return '_id' in made ? made : { _id: new mongoose.mongo.ObjectId().toHexString(), ...made };
};

const replaced = (doc: Doc | undefined, replacement: Doc, { _id }: Doc): Doc => {
  const id = doc ? doc['_id'] : _id;
  if ('_id' in replacement && id !== undefined && !isSame(replacement['_id'], id))
    fail(CODE.ImmutableField, "the '_id' field cannot be changed");
  return { ...(id === undefined ? {} : { _id: id }), ...replacement };
};

const changed = (doc: Doc | undefined, update: Doc, equal: Doc): Doc => {
  const { $set = {}, $setOnInsert = {}, $unset = {}, ...others } = update as Record<string, Doc | undefined>;
  const [other] = Object.keys(others);
  if (other !== undefined) fail(CODE.FailedToParse, `the double knows no modifier ${other}`);
  const named = [$set, $setOnInsert, $unset].flatMap((fields) => Object.keys(fields));
  if (new Set(named).size < named.length)
    fail(CODE.ConflictingUpdateOperators, 'updating one path twice would create a conflict');
  if (named.some((path) => path.includes('.'))) throw new Error('the double does not set within documents');
  const set = { ...(doc ?? { ...equal, ...$setOnInsert }), ...$set };
  return Object.fromEntries(Object.entries<unknown>(set).filter(([name]) => !(name in $unset)));
};
