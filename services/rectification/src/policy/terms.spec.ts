import { expect, it } from '@jest/globals';
import { officialCalendar } from '@redress/calendar/official-calendar';
import { today } from '@redress/contracts/rectification/people.examples';
import type { Day } from '@redress/contracts/values';
import { DEFAULT_POLICY } from './default-policy.js';
import { deadlineTerm, noticeTerm, returnTerm } from './terms.js';

const standards = { policy: DEFAULT_POLICY, calendar: officialCalendar };

it('counts five working days from the day after, over a week end, and names what it counted by', () => {
  expect(returnTerm(standards, today)).toEqual({
    from: today,
    workingDays: 5,
    to: '2026-03-27',
    calendar: officialCalendar.version,
    policy: DEFAULT_POLICY.version,
  });
});

it('leaves out a holiday, and takes the make-up days that belong to it', () => {
  const beforeNationalDay = '2022-09-30' as Day;
  expect(returnTerm(standards, beforeNationalDay).to).toBe('2022-10-12');
});

it('counts by the policy at hand', () => {
  const strict = { ...DEFAULT_POLICY, version: 'strict', return: { withinWorkingDays: 1 } };
  expect(returnTerm({ ...standards, policy: strict }, today)).toMatchObject({
    to: '2026-03-23',
    policy: 'strict',
  });
});

it('shows to the public as long as the policy says, over a holiday as well', () => {
  expect(noticeTerm(standards, today)).toMatchObject({ from: today, workingDays: 5, to: '2026-03-27' });
  expect(noticeTerm(standards, '2022-09-30' as Day).to).toBe('2022-10-12');
});

it('counts a deadline by the type of the task, if its type has one', () => {
  expect(deadlineTerm(standards, 'immediate', today)).toMatchObject({ workingDays: 5, to: '2026-03-27' });
  expect(deadlineTerm(standards, 'time-bound', today)).toMatchObject({
    workingDays: 30,
    policy: 'default 1',
  });
  expect(deadlineTerm(standards, 'ongoing', today)).toBeUndefined();
  expect(deadlineTerm(standards, 'of another policy', today)).toBeUndefined();
});
