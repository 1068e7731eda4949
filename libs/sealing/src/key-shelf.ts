import type { KeyId, PersonId } from '@redress/contracts/values';
import type { Wrapped } from './master-keys.js';

export type NewKey = { readonly id: KeyId; readonly person: PersonId; readonly wrapped: Wrapped };
/** Without what was wrapped, the key was destroyed. */
export type KeptKey = Omit<NewKey, 'wrapped'> & { readonly wrapped: Wrapped | undefined };

/** Somebody who was erased, with the keys that were destroyed. No more is known. */
export type Tombstone = { readonly person: PersonId; readonly keys: readonly KeyId[] };

/** The port to where wrapped keys lie, which knows nothing of what is in them. */
export abstract class KeyShelf {
  /** For whoever reads that a key is not there. */
  abstract readonly place: string;

  /** The last key of each person who ever had one, `erased` for whoever was. */
  abstract current(persons: readonly PersonId[]): Promise<ReadonlyMap<PersonId, KeptKey | 'erased'>>;

  abstract byId(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, KeptKey>>;

  /** First keys of people; whoever has one or was erased meanwhile stays as they are. Durable once it resolves. */
  abstract add(keys: readonly NewKey[]): Promise<void>;

  abstract idsOf(person: PersonId): Promise<readonly KeyId[]>;

  /** Their keys, durably and for ever, and what leads to them in the roster. Those that are named also where they are not here. */
  abstract destroy(person: PersonId, named?: readonly KeyId[]): Promise<void>;

  abstract isErased(person: PersonId): Promise<boolean>;

  abstract erased(): Promise<readonly Tombstone[]>;

  /** Some that are not under this master key, after one that was got before. */
  abstract notUnder(master: string, after: KeptKey | undefined, limit: number): Promise<readonly KeptKey[]>;

  /** Unless it was destroyed meanwhile. */
  abstract rewrap(keys: readonly NewKey[]): Promise<void>;

  abstract close(): void | Promise<void>;
}
