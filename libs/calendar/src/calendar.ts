import type { Day, Weekday } from '@redress/contracts/values';
import { type DayNumber, indexOf, numberOf, weekdayIndexAt } from './days.js';

/** In both languages; what an organisation loads has its own words in both places. */
export type Name = { readonly en: string; readonly zh: string };

/** A day that its weekday does not tell: a holiday, or a day off that is worked to make up for one. */
export type SpecialDay = { readonly kind: 'holiday' | 'worked'; readonly name: Name };

export type SpecialDays = ReadonlyMap<Day, SpecialDay>;

/** Both ends included. */
export type DayRange = { readonly from: Day; readonly to: Day };

/** Which days are worked. It knows days only: which day a moment is, the Clock says. */
export type Calendar = {
  /** Where the days come from, exactly: the same version never gives another answer. */
  readonly version: string;
  /** What has been published. Outside of it holidays may still come; only the weekly days off are known. */
  readonly published: DayRange;
  /** By index, 0 for Sunday. */
  readonly weeklyOff: readonly boolean[];
  readonly special: ReadonlyMap<DayNumber, SpecialDay>;
};

const ALWAYS: DayRange = { from: '0001-01-01' as Day, to: '9999-12-31' as Day };
const WEEKEND: readonly Weekday[] = ['saturday', 'sunday'];

/** RangeError when no weekday is left to work on: no deadline would ever come. */
export const calendarOf = (parts: {
  readonly version: string;
  readonly special: SpecialDays;
  readonly published?: DayRange;
  readonly weeklyOff?: readonly Weekday[];
}): Calendar => {
  const weeklyOff = Array<boolean>(7).fill(false);
  for (const weekday of parts.weeklyOff ?? WEEKEND) weeklyOff[indexOf(weekday)] = true;
  if (weeklyOff.every(Boolean)) throw new RangeError('A calendar needs a weekday on which people work.');
  const special = new Map([...parts.special].map(([day, what]) => [numberOf(day), what]));
  return { version: parts.version, published: parts.published ?? ALWAYS, weeklyOff, special };
};

/** Nothing but the week: what an organisation outside of China begins with, to load its own holidays over it. */
export const weekOnly = (weeklyOff: readonly Weekday[] = WEEKEND): Calendar =>
  calendarOf({ version: `week off ${weeklyOff.toSorted().join(',')}`, special: new Map(), weeklyOff });

/** What an organisation adds. */
export type OwnHolidays = { readonly version: string; readonly special: SpecialDays };

/**
 * The organisation's own days over a calendar: on a day that both name, its own word holds. What is published stays
 * what the calendar says, since nobody can tell whether own holidays are complete.
 */
export const withOwn = (calendar: Calendar, own: OwnHolidays): Calendar => ({
  ...calendar,
  version: `${calendar.version} + ${own.version}`,
  special: new Map([
    ...calendar.special,
    ...[...own.special].map(([day, what]) => [numberOf(day), what] as const),
  ]),
});

export const specialDay = (calendar: Calendar, day: Day): SpecialDay | undefined =>
  calendar.special.get(numberOf(day));

export const isWorkingDay = (calendar: Calendar, day: Day): boolean => isWorkedAt(calendar, numberOf(day));

export const isWorkedAt = ({ special, weeklyOff }: Calendar, number: DayNumber): boolean => {
  const what = special.get(number);
  return what ? what.kind === 'worked' : weeklyOff[weekdayIndexAt(number)] === false;
};
