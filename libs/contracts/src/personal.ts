import type { Json, JsonObject } from './event.js';
import type { KeyId } from './values.js';

/**
 * Fields of an event that are about one person, and where that person's id is: in the event itself, or else in the first
 * event of its stream. Where it is in neither, nobody is known and nothing is sealed. A path goes through fields and, with
 * `*`, through every item of a list: `entries.*.met.name` belongs to who is in `entries.*.entryId` of the same item.
 */
export type PersonalFields = { readonly whose: string; readonly fields: readonly string[] };

/** A text that only the key opens, and the proof of what it is that whoever opens it can check and nobody else can guess. */
export type SealedField = { readonly key: KeyId; readonly text: string; readonly proof: string };

/** By their paths, with the places in lists as numbers: `entries.0.met.name`. */
export type SealedFields = Readonly<Record<string, SealedField>>;

/** What is read where the key was destroyed: for good. */
export const ERASED = '〔已删除 erased〕';

/** What is read where the key cannot be had just now. */
export const UNAVAILABLE = '〔暂不可读 unavailable〕';

/** What is read in place of what proves who somebody is: nobody reads that, though the log keeps its hash. */
export const WITHHELD = '〔不予显示 withheld〕';

/** The data of an event without hashes of receipts and the like. */
export const withoutProofs = (data: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, withheld(value)]));

const withheld = (value: Json): Json => {
  if (typeof value === 'string') return value.startsWith('$argon2') ? WITHHELD : value;
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? (value as readonly Json[]).map(withheld) : withoutProofs(value as JsonObject);
};
