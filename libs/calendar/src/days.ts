import { type Day, WEEKDAYS, type Weekday } from '@redress/contracts/values';

/** Days since 1970-01-01: what can be counted and looked up quickly. */
export type DayNumber = number;

const MILLISECONDS = 86_400_000;
const LAST: DayNumber = Date.parse('9999-12-31') / MILLISECONDS;

export const numberOf = (day: Day): DayNumber => Date.parse(day) / MILLISECONDS;

export const isWritable = (number: DayNumber): boolean => number <= LAST;

/** RangeError beyond the year 9999, which cannot be written, and for what is no day. */
export const dayAt = (number: DayNumber): Day => {
  if (!isWritable(number)) throw new RangeError('A day after 9999-12-31, or no day at all.');
  return new Date(number * MILLISECONDS).toISOString().slice(0, 10) as Day;
};

/** 0 is Sunday. */
export const indexOf = (weekday: Weekday): number => WEEKDAYS.indexOf(weekday);

/** 1970-01-01 was a Thursday. */
export const weekdayIndexAt = (number: DayNumber): number => (((number + 4) % 7) + 7) % 7;
