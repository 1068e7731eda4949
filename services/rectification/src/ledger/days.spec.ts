import { expect, it } from '@jest/globals';
import type { Day } from '@redress/contracts/values';
import { dayAfter, dayBefore, weekOf } from './days.js';

it.each([
  ['2026-11-16', '2026-11-16', '2026-11-22'],
  ['2026-11-21', '2026-11-16', '2026-11-22'],
  ['2026-11-22', '2026-11-16', '2026-11-22'],
  ['2026-11-23', '2026-11-23', '2026-11-29'],
  ['2026-01-01', '2025-12-29', '2026-01-04'],
  ['2024-02-29', '2024-02-26', '2024-03-03'],
])('%s lies in the week from Monday, %s, to Sunday, %s', (day, from, to) => {
  expect(weekOf(day as Day)).toEqual({ from, to });
});

it('knows the days beside a day', () => {
  expect(dayBefore('2026-03-01' as Day)).toBe('2026-02-28');
  expect(dayAfter('2026-12-31' as Day)).toBe('2027-01-01');
});
