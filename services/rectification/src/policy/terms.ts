import type { Calendar } from '@redress/calendar/calendar';
import { addWorkingDays } from '@redress/calendar/working-days';
import type { TermOfEvent } from '@redress/contracts/rectification/task.events';
import type { Day } from '@redress/contracts/values';
import type { Policy } from './default-policy.js';

/** Until when a unit may return what it was assigned on a day. */
export const returnTerm = (calendar: Calendar, policy: Policy, from: Day): TermOfEvent => {
  const { withinWorkingDays: workingDays } = policy.return;
  const to = addWorkingDays(calendar, from, workingDays);
  return { from, workingDays, to, calendar: calendar.version, policy: policy.version };
};
