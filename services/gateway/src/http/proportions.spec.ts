import { expect, it } from '@jest/globals';
import { outOfProportion } from './proportions.js';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

it.each([
  ['nothing', undefined],
  ['null', null],
  ['text', 'text'],
  ['a small body', { a: [{ b: {} }] }],
  ['the deepest that may be', nested(20)],
  ['the fullest that may be', [Array<number>(2_500).fill(1), Array<number>(2_498).fill(1)]],
])('lets %s through', (_, body) => {
  expect(outOfProportion(body)).toBeUndefined();
});

it.each([
  ['one deeper', nested(21)],
  ['a hundred thousand deep', nested(100_000)],
  ['deep in one branch', { a: [1, { b: nested(20) }] }],
])('stops what is %s', (_, body) => {
  expect(outOfProportion(body)?.more.broken).toEqual([
    { field: 'body', rule: 'depth', limits: { most: 20 } },
  ]);
});

it.each([
  ['one more value', Array<number>(5_001).fill(1)],
  ['one more value, on another level', [Array<number>(2_500).fill(1), Array<number>(2_499).fill(1)]],
  ['many fields', Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`f${String(n)}`, n]))],
])('stops what has %s', (_, body) => {
  expect(outOfProportion(body)?.more.broken).toEqual([
    { field: 'body', rule: 'values', limits: { most: 5_000 } },
  ]);
});
