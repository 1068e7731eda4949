import { createSecretKey, type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import type { KeyId, PersonId } from '@redress/contracts/values';
import { type DataKey, KeyRing, KeysUnavailable } from '@redress/sealing/key-ring';
import type { MasterKeys, Wrapped } from '@redress/sealing/master-keys';
import type { Roster } from '@redress/sealing/roster';
import { KeyTable, type KeptKey } from './key-table.js';
import { type Tombstone, Tombstones } from './tombstones.js';

const KEY_BYTES = 32;
const AT_ONCE = 500;

const boundTo = (id: KeyId, person: PersonId): string => `redress key 1\n${id}\n${person}`;

/**
 * The keys of people in a file of their own, `keys.sqlite`, each under a master key; and who was erased in another,
 * `keys.erased`. Whoever is in the latter is erased whatever the former says.
 */
export class SqliteKeyRing extends KeyRing {
  private readonly table: KeyTable;
  private readonly tombstones: Tombstones;

  /** @throws StoreFault when the file cannot be used. */
  constructor(
    folder: string,
    private readonly masters: MasterKeys,
  ) {
    super();
    this.table = new KeyTable(`${folder}/keys.sqlite`);
    this.tombstones = new Tombstones(`${folder}/keys.erased`);
    for (const { person, keys } of this.tombstones.all()) this.table.destroy(person, keys);
  }

  override async toSeal(persons: readonly PersonId[]): Promise<ReadonlyMap<PersonId, DataKey | 'erased'>> {
    const without = persons.filter((person) => !this.table.isErased(person) && !this.table.current(person));
    if (without.length > 0) this.table.add(await Promise.all(without.map((person) => this.made(person))));
    const found = persons.map(async (person) => {
      const key = this.table.isErased(person) ? undefined : this.table.current(person);
      const opened = key && (await this.unwrapped(key));
      return [person, key && opened && opened !== 'erased' ? { id: key.id, key: opened } : 'erased'] as const;
    });
    return new Map(await Promise.all(found));
  }

  override async toOpen(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, KeyObject | 'erased'>> {
    const found = ids.map(async (id) => {
      const key = this.table.byId(id);
      if (!key) throw new KeysUnavailable(`key ${id} is not in keys.sqlite: an older copy of it is in place`);
      return [id, await this.unwrapped(key)] as const;
    });
    return new Map(await Promise.all(found));
  }

  /** Destroys the keys of a person, durably and for ever. Done again, it changes nothing. */
  erase(person: PersonId): void {
    const keys = this.table.idsOf(person);
    this.tombstones.add({ person, keys });
    this.table.destroy(person, keys);
  }

  idsOf(person: PersonId): readonly KeyId[] {
    return this.table.idsOf(person);
  }

  /** Whose roster number is whose; of whoever is erased it is destroyed with the keys. */
  get roster(): Roster {
    return this.table.roster;
  }

  isErased(person: PersonId): boolean {
    return this.table.isErased(person);
  }

  /** Everybody who was erased, as far as it is known here. */
  erased(): readonly Tombstone[] {
    return this.tombstones.all();
  }

  /** Puts under the current master key what is under another one; answers how many keys those were. No event changes. */
  async rewrap(): Promise<number> {
    const { current } = this.masters;
    let count = 0;
    for (let after = ''; ;) {
      const keys = this.table.notUnder(current, after, AT_ONCE);
      const last = keys.at(-1);
      if (!last) return count;
      this.table.rewrap(await Promise.all(keys.map((key) => this.wrappedAnew(key))));
      count += keys.length;
      after = last.id;
    }
  }

  close(): void {
    this.table.close();
  }

  private async made(person: PersonId) {
    const id = randomUUID() as string as KeyId;
    return { id, person, wrapped: await this.masters.wrap(randomBytes(KEY_BYTES), boundTo(id, person)) };
  }

  private async unwrapped({ id, person, wrapped }: KeptKey): Promise<KeyObject | 'erased'> {
    return wrapped ? createSecretKey(await this.bytesOf(id, person, wrapped)) : 'erased';
  }

  private async wrappedAnew({ id, person, wrapped }: KeptKey) {
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
