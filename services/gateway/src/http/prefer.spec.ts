import { expect, it } from '@jest/globals';
import type { Answer } from '@redress/contracts/query';
import { patiently, secondsIn } from './prefer.js';

it.each([
  [undefined, 0],
  ['', 0],
  ['wait=5', 5],
  ['respond-async, wait=3', 3],
  ['wait = "7" ; foo=bar', 7],
  ['WAIT=2,return=minimal', 2],
  ['wait=60', 10],
  ['wait=-1', 0],
  ['await=4', 0],
  ['wait=4s', 0],
])('Prefer: %s waits %d seconds', (header, seconds) => {
  expect(secondsIn(header)).toBe(seconds);
});

const answering = (...answers: readonly Answer<{ n: number }>[]) => {
  let asked = 0;
  const ask = () => Promise.resolve(answers[Math.min(asked++, answers.length - 1)] ?? { n: 0 });
  return { ask, times: () => asked };
};
const missing = { rejected: 'not-found' } as const;

it('asks once when nobody waits', async () => {
  const { ask, times } = answering(missing, { n: 1 });
  expect(await patiently(0, ask)).toEqual(missing);
  expect(times()).toBe(1);
});

it('asks again until the reply is there', async () => {
  expect(await patiently(5_000, answering(missing, missing, { n: 1 }).ask)).toEqual({ n: 1 });
});

it('asks again until the reply is enough', async () => {
  const { ask } = answering(missing, { n: 1 }, { n: 2 }, { n: 3 });
  expect(await patiently(5_000, ask, ({ n }) => n === 2)).toEqual({ n: 2 });
});

it('gives the last answer when patience is at its end', async () => {
  const { ask, times } = answering(missing, { n: 1 });
  expect(await patiently(30, ask, () => false)).toEqual({ n: 1 });
  expect(times()).toBeGreaterThan(1);
});
