import { expect, it } from '@jest/globals';
import type { Secrets } from '../secrets/secrets.js';
import { Pruning } from './pruning.js';

/** Of which the second try fails. */
const counted = (until: number) => {
  let pruned = 0;
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const prune = (): Promise<void> => {
    pruned += 1;
    if (pruned === until) reach();
    return pruned === 2 ? Promise.reject(new Error('the disk is full')) : Promise.resolve();
  };
  return { secrets: { prune } as unknown as Secrets, reached, count: () => pruned };
};

it('removes what has expired at the start, and again and again, also after it failed, until the end', async () => {
  const { secrets, reached, count } = counted(4);
  const pruning = new Pruning(secrets, 1);
  await pruning.onApplicationBootstrap();
  expect(count()).toBe(1);
  await reached;
  pruning.onApplicationShutdown();
  const before = count();
  await new Promise((resolve) => setImmediate(resolve));
  expect(count()).toBe(before);
});
