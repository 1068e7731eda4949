import type { HolidayFault } from '@redress/contracts/rectification/holiday-faults';
import type { Day } from '@redress/contracts/values';
import ICAL from 'ical.js';
import { dayAt, numberOf } from './days.js';
import type { Line } from './ical-lines.js';

/** One property as the library reads it, and where it stands. */
export type Property = {
  readonly line: number;
  readonly type: string;
  readonly values: readonly unknown[];
};

/** What is wrong with an event. Does not leave this lib: whoever reads a file gets it as a Fault. */
export class Unreadable extends Error {
  constructor(
    readonly line: number,
    readonly reason: HolidayFault,
  ) {
    super(`Line ${String(line)}: ${reason}`);
  }
}

export const propertyIn = ({ number: line, text }: Line): Property => {
  try {
    const [, , type, ...values] = ICAL.parse.property(text) as [string, unknown, string, ...unknown[]];
    return { line, type, values };
  } catch {
    throw new Unreadable(line, /^RRULE/i.test(text) ? 'rule-not-understood' : 'not-a-property');
  }
};

export const textsIn = (property: Property | undefined): readonly string[] =>
  property?.values.filter((value) => typeof value === 'string') ?? [];

export const daysIn = (property: Property): readonly [Day, ...Day[]] => {
  const [first, ...more] = textsIn(property).map((text) => dayIn(property, text));
  if (first === undefined) throw new Unreadable(property.line, 'not-all-day');
  return [first, ...more];
};

const dayIn = ({ line, type }: Property, text: string): Day => {
  // `DTSTART:20261001` lacks its VALUE=DATE, but can mean only a day; the library reads a moment without a time.
  const day = text.replace(/T::$/, '');
  if (type !== 'date' && day === text) throw new Unreadable(line, 'not-all-day');
  if (!isDay(day)) throw new Unreadable(line, 'no-such-day');
  return day;
};

/** Of the centuries that anybody plans in: rules and durations never lead to a day that cannot be written. */
const isDay = (text: string): text is Day =>
  /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  dayAt(numberOf(text as Day)) === text;
