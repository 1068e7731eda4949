import { expect, it } from '@jest/globals';
import type { Instant } from '@redress/contracts/values';
import { dayIn, dayOf, momentIn, spread } from './moments.js';

it.each([
  ['2019-01-02T08:30:00+08:00', '2019-01-02T00:30:00.000Z'],
  ['2019-01-02 08:30+0800', '2019-01-02T00:30:00.000Z'],
  ['2019-01-02T08:30:00.5Z', '2019-01-02T08:30:00.500Z'],
  ['2020-02-29T00:00:00-01:00', '2020-02-29T01:00:00.000Z'],
])('reads the moment %s', (text, moment) => {
  expect(momentIn(text)).toBe(moment);
});

it.each([
  '',
  'soon',
  '2019-01-02',
  '2019-01-02T08:30:00',
  '2019/1/2 8:30',
  '2019-02-29T00:00:00Z',
  '2019-13-01T00:00Z',
])('reads no moment in %j', (text) => {
  expect(momentIn(text)).toBeUndefined();
});

it('reads days that there are', () => {
  expect(['2024-02-29', '2023-02-29', '2024-2-9', '29.2.2024', ''].map(dayIn)).toEqual([
    '2024-02-29',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it('knows the day where the organisation is', () => {
  expect(dayOf('2026-03-31T15:59:59.999Z' as Instant)).toBe('2026-03-31');
  expect(dayOf('2026-03-31T16:00:00.000Z' as Instant)).toBe('2026-04-01');
});

it('spreads moments evenly, both ends included, even over no time', () => {
  const first = '2026-03-31T00:00:00.000Z' as Instant;
  const last = '2026-03-31T00:00:03.000Z' as Instant;
  expect(spread(first, last, 4)).toEqual([
    first,
    '2026-03-31T00:00:01.000Z',
    '2026-03-31T00:00:02.000Z',
    last,
  ]);
  expect(spread(first, first, 3)).toEqual([first, first, first]);
});
