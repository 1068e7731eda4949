import type { KeyId, PersonId } from '@redress/contracts/values';
import { KeyShelf, type KeptKey, type NewKey, type Tombstone } from '@redress/sealing/key-shelf';
import type { Roster } from '@redress/sealing/roster';
import { attempt } from './attempt.js';
import { KeyTable } from './key-table.js';
import { Tombstones } from './tombstones.js';

/** Keys, and the roster, in `keys.sqlite` of a folder, and who was erased in its `keys.erased`. */
export class SqliteKeyShelf extends KeyShelf {
  override readonly place = 'in keys.sqlite';
  private readonly table: KeyTable;
  private readonly tombstones: Tombstones;

  /** @throws StoreFault when the file cannot be used. */
  constructor(folder: string) {
    super();
    this.table = new KeyTable(`${folder}/keys.sqlite`);
    this.tombstones = new Tombstones(`${folder}/keys.erased`);
    for (const { person, keys } of this.tombstones.all()) this.table.destroy(person, keys);
  }

  get roster(): Roster {
    return this.table.roster;
  }

  override current(persons: readonly PersonId[]): Promise<ReadonlyMap<PersonId, KeptKey | 'erased'>> {
    return this.attempt(() => {
      const found = new Map<PersonId, KeptKey | 'erased'>();
      for (const person of persons) {
        const key = this.table.isErased(person) ? 'erased' : this.table.current(person);
        if (key) found.set(person, key);
      }
      return found;
    });
  }

  override byId(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, KeptKey>> {
    return this.attempt(() => {
      const found = new Map<KeyId, KeptKey>();
      for (const id of ids) {
        const key = this.table.byId(id);
        if (key) found.set(id, key);
      }
      return found;
    });
  }

  override add(keys: readonly NewKey[]): Promise<void> {
    return this.attempt(() => {
      this.table.add(keys);
    });
  }

  override idsOf(person: PersonId): Promise<readonly KeyId[]> {
    return this.attempt(() => this.table.idsOf(person));
  }

  /** The tombstone first: what is not done after it is done at the next start. */
  override destroy(person: PersonId, named: readonly KeyId[] = []): Promise<void> {
    return this.attempt(() => {
      const keys = [...new Set([...this.table.idsOf(person), ...named])];
      this.tombstones.add({ person, keys });
      this.table.destroy(person, keys);
    });
  }

  override isErased(person: PersonId): Promise<boolean> {
    return this.attempt(() => this.table.isErased(person));
  }

  override erased(): Promise<readonly Tombstone[]> {
    return this.attempt(() => this.tombstones.all());
  }

  override notUnder(master: string, after: KeptKey | undefined, limit: number): Promise<readonly KeptKey[]> {
    return this.attempt(() => this.table.notUnder(master, after?.id ?? '', limit));
  }

  override rewrap(keys: readonly NewKey[]): Promise<void> {
    return this.attempt(() => {
      this.table.rewrap(keys);
    });
  }

  override close(): void {
    this.table.close();
  }

  private attempt<Result>(act: () => Result): Promise<Result> {
    return attempt('keys.sqlite', act);
  }
}
