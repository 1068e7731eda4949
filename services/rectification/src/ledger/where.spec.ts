import { expect, it } from '@jest/globals';
import type { ReadLedger } from '@redress/contracts/rectification/ledger-queries';
import { leadUnit, supportingUnit } from '@redress/contracts/rectification/people.examples';
import type { Instant } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { whereOf } from './where.js';

const clock = new StoppedClock('2026-04-01T08:00:00.000Z' as Instant);
const yesterday = { to: '2026-03-31' };

it.each<[ReadLedger, unknown]>([
  [{}, {}],
  [{ stage: 'open' }, { isOpen: true }],
  [{ stage: 'over' }, { isOpen: false }],
  [{ stage: 'in-work' }, { isOpen: true, status: { in: ['accepted', 'planned'] } }],
  [{ status: 'planned' }, { isOpen: true, status: 'planned' }],
  [{ status: 'closed' }, { isOpen: false, status: 'closed' }],
  [
    { stage: 'over', status: 'withdrawn' },
    { isOpen: false, status: 'withdrawn' },
  ],
  [
    { stage: 'over', status: 'planned' },
    { isOpen: true, status: { in: [] } },
  ],
  [{ due: 'overdue' }, { isOpen: true, deadline: yesterday }],
  [
    { due: 'overdue', status: 'closed' },
    { isOpen: true, deadline: yesterday, status: { in: [] } },
  ],
  [
    { due: 'overdue', stage: 'over' },
    { isOpen: true, deadline: yesterday, status: { in: [] } },
  ],
])('%j looks among what is open, or what is over, as far as that tells', (asked, where) => {
  expect(whereOf(asked, {}, clock)).toEqual(where);
});

it('also asks for what is due, and never for less than the limits of who asks', () => {
  expect(whereOf({ unit: supportingUnit }, { units: { has: leadUnit } }, clock, 'overdue')).toEqual({
    isOpen: true,
    deadline: yesterday,
    units: { has: [leadUnit, supportingUnit] },
  });
});
