import type { Day } from '@redress/contracts/values';
import ICAL from 'ical.js';
import { type Property, Unreadable } from './ical-property.js';

/** How far a rule without an end is followed. */
const LAST_YEAR = 2099;

const UNDERSTOOD = ['freq', 'interval', 'count', 'until', 'wkst', 'bymonth', 'bymonthday', 'byday'];

type Rule = {
  readonly freq?: string;
  readonly count?: number;
  readonly until?: string;
  readonly bymonth?: number | readonly number[];
  readonly bymonthday?: number | readonly number[];
  readonly byday?: string | readonly string[];
};

/**
 * The days on which an event begins, by its RRULE or only once. Years, and of the parts those that name days: the
 * library is not trusted with more. Of a day that does not exist it makes the next one, and some rules it follows
 * for ever.
 */
export const startsOf = (first: Day, rules: readonly Property[]): readonly Day[] => {
  const [property, another] = rules;
  if (!property) return [first];
  const rule = (property.values[0] ?? {}) as Rule;
  if (another || !isUnderstood(rule)) throw new Unreadable((another ?? property).line, 'rule-not-understood');
  const starts = followed(first, rule);
  if (starts?.[0] !== first || !starts.every((day) => isAskedFor(day, first, rule)))
    throw new Unreadable(property.line, 'rule-not-understood');
  return starts;
};

const listOf = <Value>(part: Value | readonly Value[] | undefined): readonly Value[] | undefined =>
  part === undefined ? undefined : ([part].flat() as readonly Value[]);

const isUnderstood = (rule: Rule): boolean =>
  rule.freq === 'YEARLY' &&
  Object.keys(rule).every((part) => UNDERSTOOD.includes(part)) &&
  (rule.count ?? 1) > 0 &&
  (rule.until === undefined || /^\d{4}-[01]\d-[0-3]\d(T|$)/.test(rule.until)) &&
  (rule.bymonth !== undefined || (rule.byday === undefined && rule.bymonthday === undefined)) &&
  (rule.byday === undefined || rule.bymonthday === undefined) &&
  (listOf(rule.byday) ?? []).every((weekday) => /^(-?[1-4])?[A-Z]{2}$/.test(weekday));

/** Undefined when the library reads something else than a rule in it. */
const followed = (first: Day, rule: Rule): readonly Day[] | undefined => {
  try {
    const recur = new ICAL.Recur(rule as object);
    const iterator = recur.iterator(ICAL.Time.fromDateString(first));
    const starts: Day[] = [];
    for (;;) {
      const next = iterator.next() as ICAL.Time | undefined;
      if (!next || next.year > LAST_YEAR) return starts;
      starts.push(next.toString() as Day);
    }
  } catch {
    return undefined;
  }
};

/** 29 February, every year, is 1 March to the library. */
const isAskedFor = (day: Day, first: Day, { bymonthday, byday }: Rule): boolean => {
  if (byday !== undefined) return true;
  const dates = listOf(bymonthday) ?? [Number(first.slice(8))];
  return dates.includes(Number(day.slice(8)));
};
