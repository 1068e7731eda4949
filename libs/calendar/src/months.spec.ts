import { expect, it } from '@jest/globals';
import type { Day } from '@redress/contracts/values';
import { monthsAfter } from './months.js';

it.each([
  ['2026-03-20', 3, '2026-06-20'],
  ['2026-11-30', 2, '2027-01-30'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-08-31', 3, '2026-11-30'],
  ['2026-12-31', 120, '2036-12-31'],
  ['2026-03-20', 0, '2026-03-20'],
] as const)('%s and %i months is %s', (day, months, later) => {
  expect(monthsAfter(day as Day, months)).toBe(later);
});
