import { describe, expect, it } from '@jest/globals';
import { refusalOf, said } from './leavers.js';
import type { PersonId } from '@redress/contracts/values';

const person = '0190a5c4-2222-4aaa-8aaa-000000001007' as PersonId;
const leavers = (count: number) => Array.from({ length: count }, () => ({ post: 'p', person }));

describe('so many', () => {
  it.each([
    [0, 0, 20],
    [0, 10, 20],
    [2, 10, 20],
    [10, 10, 100],
  ])('may leave: %i of %i, at most %i %%', (count, holders, atMost) => {
    expect(refusalOf({ leavers: leavers(count), holders }, atMost)).toBeUndefined();
  });

  it.each([
    [3, 10, 20],
    [1, 1, 99],
  ])('may not: %i of %i, at most %i %%', (count, holders, atMost) => {
    expect(refusalOf({ leavers: leavers(count), holders }, atMost)).toContain('--at-most');
  });
});

it('are named, as far as whoever asks may know', () => {
  expect(said({ post: 'p', person, name: 'Ann' })).toBe('p: Ann');
  expect(said({ post: 'p', person })).toBe(`p: ${person}`);
});
