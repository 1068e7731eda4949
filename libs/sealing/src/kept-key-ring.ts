import { createSecretKey, type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { KeyId, PersonId } from '@redress/contracts/values';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { type DataKey, KeyRing, KeysUnavailable } from './key-ring.js';
import type { KeptKey, KeyShelf, NewKey, Tombstone } from './key-shelf.js';
import type { MasterKeys, Wrapped } from './master-keys.js';
import type { Roster } from './roster.js';

const KEY_BYTES = 32;
const AT_ONCE = 500;
/** How often a key is looked for that was just made, and how long after one another. */
const LOOKS = 20;
const LOOK_EVERY_MS = 50;

const boundTo = (id: KeyId, person: PersonId): string => `redress key 1\n${id}\n${person}`;

/** The keys of people where they are kept, each under a master key. */
export class KeptKeyRing extends KeyRing {
  constructor(
    private readonly masters: MasterKeys,
    private readonly shelf: KeyShelf,
    /** Whose roster number is whose; of whoever is erased it is destroyed with the keys. */
    readonly roster: Roster,
  ) {
    super();
  }

  /** Only a key that was read is answered: one that was made may have come too late, or may yet be lost. */
  override async toSeal(persons: readonly PersonId[]): Promise<ReadonlyMap<PersonId, DataKey | 'erased'>> {
    const kept = new Map(await asked(this.shelf.current(persons)));
    let without = persons.filter((person) => !kept.has(person));
    for (let looks = 0; without.length > 0; looks += 1) {
      if (looks === LOOKS) throw new KeysUnavailable(`a key that was made is not ${this.shelf.place}`);
      if (looks > 0) await pause(LOOK_EVERY_MS);
      await asked(this.shelf.add(await Promise.all(without.map((person) => this.made(person)))));
      for (const [person, key] of await asked(this.shelf.current(without))) kept.set(person, key);
      without = without.filter((person) => !kept.has(person));
    }
    const found = [...kept].map(async ([person, key]) => {
      const opened = key === 'erased' ? key : await this.unwrapped(key);
      return [
        person,
        key === 'erased' || opened === 'erased' ? 'erased' : { id: key.id, key: opened },
      ] as const;
    });
    return new Map(await Promise.all(found));
  }

  override async toOpen(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, KeyObject | 'erased'>> {
    const kept = await asked(this.shelf.byId(ids));
    const found = ids.map(async (id) => {
      const key = kept.get(id);
      if (!key)
        throw new KeysUnavailable(`key ${id} is not ${this.shelf.place}: an older copy of it is in place`);
      return [id, await this.unwrapped(key)] as const;
    });
    return new Map(await Promise.all(found));
  }

  /** Destroys the keys of a person, durably and for ever. Done again, it changes nothing. */
  erase(person: PersonId): Promise<void> {
    return this.shelf.destroy(person);
  }

  idsOf(person: PersonId): Promise<readonly KeyId[]> {
    return this.shelf.idsOf(person);
  }

  isErased(person: PersonId): Promise<boolean> {
    return this.shelf.isErased(person);
  }

  /** Everybody who was erased, as far as it is known here. */
  erased(): Promise<readonly Tombstone[]> {
    return this.shelf.erased();
  }

  /** Puts under the current master key what is under another one; answers how many keys those were. No event changes. */
  async rewrap(): Promise<number> {
    const { current } = this.masters;
    let count = 0;
    for (let after: KeptKey | undefined; ;) {
      const keys = await this.shelf.notUnder(current, after, AT_ONCE);
      after = keys.at(-1);
      if (!after) return count;
      await this.shelf.rewrap(await Promise.all(keys.map((key) => this.wrappedAnew(key))));
      count += keys.length;
    }
  }

  close(): void | Promise<void> {
    return this.shelf.close();
  }

  private async made(person: PersonId): Promise<NewKey> {
    const id = randomUUID() as string as KeyId;
    return { id, person, wrapped: await this.masters.wrap(randomBytes(KEY_BYTES), boundTo(id, person)) };
  }

  private async unwrapped({ id, person, wrapped }: KeptKey): Promise<KeyObject | 'erased'> {
    return wrapped ? createSecretKey(await this.bytesOf(id, person, wrapped)) : 'erased';
  }

  private async wrappedAnew({ id, person, wrapped }: KeptKey): Promise<NewKey> {
    if (!wrapped) throw new Error('a key that was destroyed cannot be wrapped');
    const bytes = await this.bytesOf(id, person, wrapped);
    return { id, person, wrapped: await this.masters.wrap(bytes, boundTo(id, person)) };
  }

  private async bytesOf(id: KeyId, person: PersonId, wrapped: Wrapped): Promise<Uint8Array> {
    try {
      return await this.masters.unwrap(wrapped, boundTo(id, person));
    } catch (error) {
      throw new KeysUnavailable(`key ${id} cannot be unwrapped`, { cause: error });
    }
  }
}

const asked = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof StoreFault) throw new KeysUnavailable(error.message, { cause: error });
    throw error;
  }
};
