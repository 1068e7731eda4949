import type { Day } from '@redress/contracts/values';
import type { SpecialDay } from './calendar.js';
import { numberOf } from './days.js';
import type { EventLines, Fault, Line } from './ical-lines.js';
import { daysIn, type Property, propertyIn, textsIn, Unreadable } from './ical-property.js';
import { startsOf } from './yearly.js';

/** A holiday or a make-up working day: on which days it begins, and how many days it lasts. */
export type HolidayEvent = {
  readonly special: SpecialDay;
  readonly starts: readonly Day[];
  readonly days: number;
};

export const readEvent = ({ line, properties }: EventLines): HolidayEvent | Fault => {
  try {
    return eventOf(line, properties);
  } catch (error) {
    if (error instanceof Unreadable) return { line: error.line, reason: error.reason };
    throw error;
  }
};

const eventOf = (line: number, lines: readonly Line[]): HolidayEvent => {
  const all = (name: string): readonly Property[] =>
    lines.filter(({ text }) => new RegExp(`^${name}[;:]`, 'i').test(text)).map(propertyIn);
  const one = (name: string): Property | undefined => all(name)[0];

  const changing = one('RECURRENCE-ID');
  if (changing) throw new Unreadable(changing.line, 'changes-another-event');
  const summary = textsIn(one('SUMMARY'))[0]?.trim();
  if (!summary) throw new Unreadable(one('SUMMARY')?.line ?? line, 'no-name');
  const start = one('DTSTART');
  if (!start) throw new Unreadable(line, 'no-start');
  const [first] = daysIn(start);

  const kind = kindOf(summary, all('CATEGORIES').flatMap(textsIn));
  const cancelled = textsIn(one('STATUS'))[0]?.toUpperCase() === 'CANCELLED';
  const added = all('RDATE').flatMap(daysIn);
  const taken = new Set(all('EXDATE').flatMap(daysIn));
  const starts = [...startsOf(first, all('RRULE')), ...added].filter((day) => !taken.has(day));
  return {
    special: { kind, name: { en: summary, zh: summary } },
    starts: cancelled ? [] : starts,
    days: lengthOf(first, one('DTEND'), one('DURATION')),
  };
};

/** DTEND is the first day that is no longer meant. Without it and without DURATION an event lasts its one day. */
const lengthOf = (first: Day, end: Property | undefined, duration: Property | undefined): number => {
  if (end) {
    const days = numberOf(daysIn(end)[0]) - numberOf(first);
    if (days < 1) throw new Unreadable(end.line, 'ends-before-it-begins');
    return days;
  }
  if (!duration) return 1;
  const [, weeks, days] = /^P(?:(\d{1,4})W|(\d{1,5})D)$/.exec(textsIn(duration)[0] ?? '') ?? [];
  const length = Number(weeks ?? 0) * 7 + Number(days ?? 0);
  if (length < 1) throw new Unreadable(duration.line, 'not-all-day');
  return length;
};

/**
 * A category decides: WORKDAY or HOLIDAY. Without one, a summary that ends in 上班, 补班 or a 班 of its own, perhaps in
 * brackets, is a make-up working day, as in the calendars that are passed around: 国庆节（班）, 国庆节调休上班.
 */
const kindOf = (summary: string, categories: readonly string[]): SpecialDay['kind'] => {
  const said = categories.map((category) => category.trim().toUpperCase());
  if (said.includes('WORKDAY')) return 'worked';
  if (said.includes('HOLIDAY')) return 'holiday';
  return WORKED.test(summary) ? 'worked' : 'holiday';
};

const WORKED = /(?<![不无][用必需]?)(?:[上补]班|(?<=^|[\s(（[【])班)日?[)）\]】]*$/u;
