import { expect, it } from '@jest/globals';
import { nestedTooDeep } from './nesting.js';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

it.each([
  ['nothing', undefined],
  ['null', null],
  ['text', 'text'],
  ['a small body', { a: [{ b: {} }] }],
  ['the deepest that may be', nested(20)],
])('lets %s through', (_, body) => {
  expect(nestedTooDeep(body)).toBeUndefined();
});

it.each([
  ['one deeper', nested(21)],
  ['a hundred thousand deep', nested(100_000)],
  ['deep in one branch', { a: [1, { b: nested(20) }] }],
])('stops what is %s', (_, body) => {
  expect(nestedTooDeep(body)?.more.broken).toEqual([{ field: 'body', rule: 'depth', limits: { most: 20 } }]);
});
