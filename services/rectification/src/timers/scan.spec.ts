import { expect, it } from '@jest/globals';
import { someCalendar, someDay } from '@redress/calendar/calendar.examples';
import { dayAt, numberOf } from '@redress/calendar/days';
import { addWorkingDays } from '@redress/calendar/working-days';
import type { Day } from '@redress/contracts/values';
import fc from 'fast-check';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { standards } from '../policy/standards.examples.js';
import type { Standards } from '../policy/standards.js';
import { type Scan, scansFor } from './scan.js';

const types = ['immediate', 'time-bound', 'ongoing', 'of another policy'];
const today = '2026-04-08' as Day;

it('asks for what can be due, of types that draw cards and of what is not held back', () => {
  const held = {
    taskType: { in: ['immediate', 'time-bound', 'of another policy'] },
    moreTimeAsked: false,
    closeOutAsked: false,
  };
  expect(scansFor(today, () => standards, types)).toEqual([
    { where: { card: 'none', deadline: { to: '2026-04-13' }, ...held }, by: 'deadline' },
    { where: { card: 'blue', deadline: { to: '2026-04-07' }, ...held }, by: 'deadline' },
    { where: { card: 'yellow', deadline: { to: '2026-03-31' }, ...held }, by: 'deadline' },
    { where: { answerBy: { to: '2026-04-07' }, card: 'yellow', ...held }, by: 'answerBy' },
    { where: { lookBackOn: { to: today } }, by: 'lookBackOn' },
  ]);
});

const deadlinesOf = (...scans: readonly (Scan | undefined)[]): readonly unknown[] =>
  scans.map((scan) => (scan?.where.deadline as { to?: Day } | undefined)?.to);

it('looks also for what fell due by figures that hold no more', () => {
  const { cards } = DEFAULT_POLICY;
  const policy = {
    ...DEFAULT_POLICY,
    taskTypes: [],
    cards: { ...cards, blueWithinWorkingDays: 20, redAfterWorkingDays: 1 },
  };
  const before = (day: Day): Standards => (day < '2026-04-06' ? { ...standards, policy } : standards);
  const [none, , yellow] = scansFor(today, before, types);
  expect(none?.where.taskType).toEqual({ in: types });
  expect(deadlinesOf(none, yellow)).toEqual(['2026-05-01', '2026-04-02']);
});

it('looks back for that as far as five weeks, and no further', () => {
  const { cards } = DEFAULT_POLICY;
  const policy = { ...DEFAULT_POLICY, cards: { ...cards, blueWithinWorkingDays: 60 } };
  const until = (last: string) => (day: Day) => (day <= last ? { ...standards, policy } : standards);
  expect(deadlinesOf(...scansFor(today, until('2026-03-04'), types).slice(0, 1))).toEqual(['2026-05-27']);
  expect(deadlinesOf(...scansFor(today, until('2026-03-03'), types).slice(0, 1))).toEqual(['2026-04-13']);
});

it('leaves out no deadline for which a rule holds, and asks for no other', () => {
  fc.assert(
    fc.property(
      someCalendar,
      someDay,
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 1, max: 20 }),
      (calendar, day, blueWithinWorkingDays, redAfterWorkingDays) => {
        const cards = { ...DEFAULT_POLICY.cards, blueWithinWorkingDays, redAfterWorkingDays };
        const [none, , yellow] = scansFor(
          day,
          () => ({ calendar, policy: { ...DEFAULT_POLICY, cards } }),
          types,
        );
        const [near, long] = deadlinesOf(none, yellow) as [Day, Day];
        expect(near).toBe(addWorkingDays(calendar, day, blueWithinWorkingDays));
        const isLongAgo = (deadline: Day): boolean =>
          day > addWorkingDays(calendar, deadline, redAfterWorkingDays);
        expect(isLongAgo(long)).toBe(true);
        expect(isLongAgo(dayAt(numberOf(long) + 1))).toBe(false);
      },
    ),
  );
});
