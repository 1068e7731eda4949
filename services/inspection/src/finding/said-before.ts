import { isDeepStrictEqual } from 'node:util';
import type { EntryId } from '@redress/contracts/values';
import type { Act, KnownFinding } from './finding.js';

/** Whether an id stands for an act of a kind that said the same: a repeat, something else, or undefined for neither. */
export const saidBefore = (
  { acts }: KnownFinding,
  id: EntryId,
  type: Act['type'],
  said: object,
): 'repeat' | 'taken' | undefined => {
  const before = acts.get(id);
  if (!before) return undefined;
  return before.type === type && saysTheSame(before.data, said) ? 'repeat' : 'taken';
};

/** Every field that is said is as it was recorded. */
export const saysTheSame = (recorded: object, said: object): boolean =>
  Object.entries(said).every(([field, value]) =>
    isDeepStrictEqual((recorded as Record<string, unknown>)[field], plain(value)),
  );

/** As it comes back from the store: no classes, and nothing that is undefined. */
export const plain = <Value>(value: Value): Value =>
  value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value);
