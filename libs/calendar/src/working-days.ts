import type { Day } from '@redress/contracts/values';
import { type Calendar, isWorkedAt, isWorkingDay } from './calendar.js';
import { dayAt, isWritable, numberOf } from './days.js';

/**
 * The day on which so many working days have passed; the first working day after `from` is day 1, whether or not
 * `from` is worked itself. No days added is `from` as it is, even a day off: so that adding in parts gives the same
 * day as adding at once. RangeError for a count that is not a natural number, and beyond the year 9999.
 */
export const addWorkingDays = (calendar: Calendar, from: Day, count: number): Day => {
  if (!Number.isSafeInteger(count) || count < 0)
    throw new RangeError(`${String(count)} is not a number of days.`);
  let number = numberOf(from);
  for (let left = count; left > 0 && isWritable(number);) if (isWorkedAt(calendar, ++number)) left -= 1;
  return dayAt(number);
};

/** The first working day after a day. */
export const nextWorkingDay = (calendar: Calendar, day: Day): Day => addWorkingDays(calendar, day, 1);

/** The day itself if it is worked, else the next that is: where a term counted in calendar days ends. */
export const workingDayFrom = (calendar: Calendar, day: Day): Day =>
  isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day);

/**
 * How many working days lie after `from`, up to `to` and with it: what has to be added to `from` to come to `to`,
 * if that is a working day. Backwards it is negative.
 */
export const workingDaysBetween = (calendar: Calendar, from: Day, to: Day): number => {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from);
  const last = numberOf(to);
  let count = 0;
  for (let number = numberOf(from) + 1; number <= last; number++)
    if (isWorkedAt(calendar, number)) count += 1;
  return count;
};
