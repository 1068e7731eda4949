import { createSecretKey, type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import type { KeyId, PersonId } from '@redress/contracts/values';
import { type DataKey, KeyRing, KeysUnavailable } from './key-ring.js';

/** For specs and measurements: the keys live as long as the process. */
export class InMemoryKeyRing extends KeyRing {
  /** Set, and nobody gets any key. */
  isAway = false;
  /** How often somebody asked. */
  asked = 0;
  private readonly ofPerson = new Map<PersonId, DataKey | 'erased'>();
  private readonly byId = new Map<KeyId, KeyObject | 'erased'>();

  override toSeal(persons: readonly PersonId[]): Promise<ReadonlyMap<PersonId, DataKey | 'erased'>> {
    return this.answering(() => new Map(persons.map((person) => [person, this.keyOf(person)])));
  }

  override toOpen(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, KeyObject | 'erased'>> {
    return this.answering(
      () =>
        new Map(
          ids.map((id) => {
            const key = this.byId.get(id);
            if (!key) throw new KeysUnavailable(`key ${id} is not known`);
            return [id, key];
          }),
        ),
    );
  }

  erase(person: PersonId): void {
    const key = this.ofPerson.get(person);
    if (key && key !== 'erased') this.byId.set(key.id, 'erased');
    this.ofPerson.set(person, 'erased');
  }

  private answering<Found>(find: () => Found): Promise<Found> {
    this.asked += 1;
    return new Promise((resolve) => {
      if (this.isAway) throw new KeysUnavailable('nobody answers');
      resolve(find());
    });
  }

  private keyOf(person: PersonId): DataKey | 'erased' {
    const known = this.ofPerson.get(person);
    if (known) return known;
    const made = { id: randomUUID() as string as KeyId, key: createSecretKey(randomBytes(32)) };
    this.ofPerson.set(person, made);
    this.byId.set(made.id, made.key);
    return made;
  }
}
