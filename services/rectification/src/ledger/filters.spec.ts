import { expect, it } from '@jest/globals';
import { FACET_LIMIT } from '@redress/contracts/query';
import { between, holding } from './filters.js';
import { mostFrequent } from './most-frequent.js';

it('a filter by what is held asks for all that are named, and for nothing where none is', () => {
  expect(holding('a', undefined, 'b')).toEqual({ has: ['a', 'b'] });
  expect(holding(undefined)).toBeUndefined();
});

it('what lies between has the ends that were named, the narrowest of several', () => {
  expect(between({ from: 1, to: 9 }, { from: 3 }, { to: 7 })).toStrictEqual({ from: 3, to: 7 });
  expect(between({ from: 1 })).toStrictEqual({ from: 1 });
  expect(between({ to: 9 }, {})).toStrictEqual({ to: 9 });
  expect(between({}, {})).toBeUndefined();
});

it('of the values of a facet so many are told', () => {
  const counts = Array.from({ length: FACET_LIMIT + 1 }, (_, rows) => ({ value: rows, rows }));
  const told = mostFrequent([{ value: null, rows: 500 }, ...counts]);
  expect(told).toHaveLength(FACET_LIMIT);
  expect(told.slice(0, 2)).toEqual([
    { value: null, rows: 500 },
    { value: '0', rows: 0 },
  ]);
});
