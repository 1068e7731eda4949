import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { KeyId, PersonId } from '@redress/contracts/values';
import { type DataKey, type KeyRing, KeysUnavailable } from './key-ring.js';

type Erasing = KeyRing & { erase(person: PersonId): unknown };

const somebody = (): PersonId => randomUUID() as string as PersonId;

/** What every key ring must do. `make` gives one without any key, `end` is called with each at its end. */
export const keepsKeys = (make: () => Promise<Erasing>, end: (ring: Erasing) => Promise<void>): void => {
  let ring: Erasing;
  beforeEach(async () => {
    ring = await make();
  });
  afterEach(() => end(ring));

  const keyOf = async (person: PersonId): Promise<DataKey> => {
    const key = (await ring.toSeal([person])).get(person);
    if (!key || key === 'erased') throw new Error('there must be a key');
    return key;
  };
  const opening = async (id: KeyId) => (await ring.toOpen([id])).get(id);

  describe('a key', () => {
    it('is the same for the same person each time, however many ask at once, and another for another', async () => {
      const person = somebody();
      const ids = await Promise.all([1, 2, 3].map(async () => (await keyOf(person)).id));
      expect(new Set(ids).size).toBe(1);
      const other = await keyOf(somebody());
      expect(other.id).not.toBe(ids[0]);
      expect(other.key.equals((await keyOf(person)).key)).toBe(false);
    });

    it('is made for all who are asked about, each once', async () => {
      const persons = Array.from({ length: 500 }, somebody);
      const keys = await ring.toSeal(persons);
      expect([...keys.keys()].sort()).toEqual(persons.toSorted());
      expect(await ring.toSeal(persons)).toEqual(keys);
    });

    it('has 256 bits, and opens by its id', async () => {
      const { id, key } = await keyOf(somebody());
      expect(key.symmetricKeySize).toBe(32);
      const found = await opening(id);
      expect(found !== 'erased' && found?.equals(key)).toBe(true);
    });

    it('that is not known was lost, not erased', async () => {
      const { id } = await keyOf(somebody());
      const unknown = randomUUID() as string as KeyId;
      await expect(ring.toOpen([id, unknown])).rejects.toBeInstanceOf(KeysUnavailable);
    });
  });

  describe('whoever is erased', () => {
    it('has no key any more and gets none, and nobody else is concerned', async () => {
      const [person, other] = [somebody(), somebody()];
      const [key, kept] = [await keyOf(person), await keyOf(other)];
      await ring.erase(person);
      expect(await opening(key.id)).toBe('erased');
      expect(await ring.toSeal([person, other])).toEqual(
        new Map<PersonId, unknown>([
          [person, 'erased'],
          [other, kept],
        ]),
      );
      await ring.erase(person);
      expect((await ring.toSeal([person])).get(person)).toBe('erased');
    });

    it('gets none when there never was one, either', async () => {
      const person = somebody();
      await ring.erase(person);
      expect((await ring.toSeal([person])).get(person)).toBe('erased');
    });
  });
};
