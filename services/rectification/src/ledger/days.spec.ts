import { expect, it } from '@jest/globals';
import type { Day } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { dayBefore, momentsOf, weekOf } from './days.js';

it.each([
  ['2026-11-16', '2026-11-16', '2026-11-22'],
  ['2026-11-21', '2026-11-16', '2026-11-22'],
  ['2026-11-22', '2026-11-16', '2026-11-22'],
  ['2026-11-23', '2026-11-23', '2026-11-29'],
  ['2026-01-01', '2025-12-29', '2026-01-04'],
  ['2024-02-29', '2024-02-26', '2024-03-03'],
  ['9999-12-30', '9999-12-27', '9999-12-31'],
  ['0000-01-01', '0000-01-01', '0000-01-02'],
])('%s lies in the week from Monday, %s, to Sunday, %s', (day, from, to) => {
  expect(weekOf(day as Day)).toEqual({ from, to });
});

it('knows the day before', () => {
  expect(dayBefore('2026-03-01' as Day)).toBe('2026-02-28');
});

it.each([
  ['2026-03-01', '2026-12-31', '2026-02-28T16:00:00.000Z', '2026-12-31T15:59:59.999Z'],
  ['2026-03-01', '9999-12-31', '2026-02-28T16:00:00.000Z', undefined],
  [undefined, '2026-03-01', undefined, '2026-03-01T15:59:59.999Z'],
  [undefined, undefined, undefined, undefined],
])('from %s to %s there are the moments from %s to %s', (from, to, first, last) => {
  expect(momentsOf(new Clock(), from as Day | undefined, to as Day | undefined)).toEqual({
    from: first,
    to: last,
  });
});
