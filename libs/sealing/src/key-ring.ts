import type { KeyObject } from 'node:crypto';
import type { KeyId, PersonId } from '@redress/contracts/values';

/** A key of 256 bits for what is one person's. */
export type DataKey = { readonly id: KeyId; readonly key: KeyObject };

/**
 * The port to where the keys of people are. A person may have had several; each still opens what was sealed under it,
 * until all of them are destroyed together and for ever.
 */
export abstract class KeyRing {
  /**
   * Under which key each person's is sealed from now on; made, and durable once it resolves, where there is none yet.
   * `erased` for a person whose keys were destroyed: there is never another.
   * @throws KeysUnavailable
   */
  abstract toSeal(persons: readonly PersonId[]): Promise<ReadonlyMap<PersonId, DataKey | 'erased'>>;

  /**
   * The keys with these ids, `erased` for those that were destroyed.
   * @throws KeysUnavailable also when one of them is not known at all: then keys were lost, not erased.
   */
  abstract toOpen(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, KeyObject | 'erased'>>;
}

/** Keys cannot be had just now. Nothing personal is accepted or shown until they can. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}
