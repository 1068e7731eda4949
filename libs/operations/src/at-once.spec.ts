import { expect, it } from '@jest/globals';
import { atOnce } from './at-once.js';

const turn = (): Promise<void> => new Promise(setImmediate);

it('does each once, never more at the same time than it may', async () => {
  const done: number[] = [];
  let [now, most] = [0, 0];
  await atOnce(
    Array.from({ length: 50 }, (_, n) => n),
    4,
    async (n) => {
      most = Math.max(most, (now += 1));
      await turn();
      now -= 1;
      done.push(n);
    },
  );
  expect(done.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  expect(most).toBe(4);
});

it('begins no other after one has failed, and is over when those under way are', async () => {
  let [begun, ended] = [0, 0];
  const failing = atOnce(
    Array.from({ length: 50 }, (_, n) => n),
    4,
    async (n) => {
      begun += 1;
      await turn();
      if (n === 1) throw new Error('the second');
      await turn();
      ended += 1;
    },
  );
  await expect(failing).rejects.toThrow('the second');
  expect(begun).toBeLessThan(8);
  expect(ended).toBe(begun - 1);
});

it('fails as what it goes through fails', async () => {
  const items = async function* () {
    yield 1;
    await turn();
    throw new Error('no list');
  };
  await expect(atOnce(items(), 4, turn)).rejects.toThrow('no list');
});
