import { beforeEach, expect, it } from '@jest/globals';
import { citizen } from '@redress/contracts/intake/opinion.examples';
import { CachedKeys } from './cached-keys.js';
import { InMemoryKeyRing } from './in-memory-key-ring.js';

let ring: InMemoryKeyRing;
let now: number;
let cached: CachedKeys;
beforeEach(() => {
  ring = new InMemoryKeyRing();
  now = 0;
  cached = new CachedKeys(ring, 1_000, () => now);
});

const keyOfCitizen = async () => {
  const key = (await cached.toSeal([citizen])).get(citizen);
  if (!key || key === 'erased') throw new Error('there must be a key');
  return key;
};

it('asks once in a while', async () => {
  const { id } = await keyOfCitizen();
  now = 999;
  expect(await keyOfCitizen()).toMatchObject({ id });
  expect(ring.asked).toBe(1);
  now = 1_000;
  expect(await keyOfCitizen()).toMatchObject({ id });
  expect(ring.asked).toBe(2);
});

it('asks only for those that it does not know', async () => {
  const { id } = await keyOfCitizen();
  await cached.toOpen([id]);
  await cached.toOpen([id]);
  expect(ring.asked).toBe(2);
});

it('goes by what it remembers for so long after the keys were destroyed, and no longer', async () => {
  const { id } = await keyOfCitizen();
  await cached.toOpen([id]);
  ring.erase(citizen);
  now = 999;
  expect((await cached.toOpen([id])).get(id)).not.toBe('erased');
  now = 1_000;
  expect((await cached.toOpen([id])).get(id)).toBe('erased');
});

it('forgets at once when it is told to, and never takes back that somebody was erased', async () => {
  const { id } = await keyOfCitizen();
  await cached.toOpen([id]);
  ring.erase(citizen);
  cached.forget();
  expect((await cached.toOpen([id])).get(id)).toBe('erased');
  expect((await cached.toSeal([citizen])).get(citizen)).toBe('erased');
  now = 1_000_000;
  ring.isAway = true;
  expect((await cached.toOpen([id])).get(id)).toBe('erased');
});
