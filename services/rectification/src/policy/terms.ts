import { addWorkingDays } from '@redress/calendar/working-days';
import type { TermOfEvent } from '@redress/contracts/rectification/term';
import type { Day } from '@redress/contracts/values';
import type { Standards } from './standards.js';

/** Until when a unit may return what it was assigned on a day. */
export const returnTerm = ({ policy, calendar }: Standards, from: Day): TermOfEvent => {
  const { withinWorkingDays: workingDays } = policy.return;
  const to = addWorkingDays(calendar, from, workingDays);
  return { from, workingDays, to, calendar: calendar.version, policy: policy.version };
};
