import { expect, it } from '@jest/globals';
import { inParallel } from './in-parallel.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('does all, so many at once and no more', async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await inParallel([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await turn();
    running -= 1;
    done.push(item);
  });
  expect(most).toBe(3);
  expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

it('ends with the first failure, when what runs is over, and begins no more', async () => {
  const done: number[] = [];
  const failing = inParallel([1, 2, 3, 4, 5, 6], 2, async (item) => {
    await turn();
    if (item === 2) throw new Error('two');
    done.push(item);
  });
  await expect(failing).rejects.toThrow('two');
  expect(done).not.toContain(6);
});
