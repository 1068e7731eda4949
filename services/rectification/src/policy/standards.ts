import { type Calendar, calendarOf, weekOnly, withOwn } from '@redress/calendar/calendar';
import { officialCalendar } from '@redress/calendar/official-calendar';
import { daysIn } from '@redress/calendar/spans';
import type { CalendarPolicy, Policy } from '@redress/contracts/rectification/policy';
import type { Day, Weekday } from '@redress/contracts/values';
import type { Adopted, OwnHolidays, PolicyBook } from './book.js';
import { DEFAULT_POLICY } from './default-policy.js';

/** By what is judged and counted on a day. */
export type Standards = { readonly policy: Policy; readonly calendar: Calendar };

/** What holds on each day. */
export type StandardsOn = (day: Day) => Standards;

/** Of all that hold by then the one from the latest day, and of those from the same day the one that was adopted last. */
export const adoptedOn = ({ adopted }: PolicyBook, day: Day): Adopted | undefined =>
  adopted
    .filter(({ from }) => from <= day)
    .reduce<Adopted | undefined>((last, next) => (last && last.from > next.from ? last : next), undefined);

export const policyOn = (book: PolicyBook, day: Day): Policy =>
  adoptedOn(book, day)?.policy ?? DEFAULT_POLICY;

/** The names of all types that a task may ever have been given. */
export const typesEver = ({ adopted }: PolicyBook): readonly string[] => [
  ...new Set(
    [DEFAULT_POLICY, ...adopted.map(({ policy }) => policy)].flatMap(({ taskTypes }) =>
      taskTypes.map(({ name }) => name),
    ),
  ),
];

export const adoptedAs = ({ adopted }: PolicyBook, version: string): Adopted | undefined =>
  adopted.find(({ policy }) => policy.version === version);

export const holidaysOn = ({ holidays }: PolicyBook, day: Day): readonly OwnHolidays[] =>
  holidays.filter(
    ({ from, withdrawnFrom }) => from <= day && (withdrawnFrom === undefined || day < withdrawnFrom),
  );

/** The calendar of the policy, and over it own holidays, those that were loaded later over the earlier ones. */
export const calendarOn = (book: PolicyBook, day: Day): Calendar =>
  holidaysOn(book, day).reduce(over, baseOf(policyOn(book, day).calendar));

/** Its version, without making it. */
export const calendarVersionOn = (book: PolicyBook, day: Day): string =>
  [baseOf(policyOn(book, day).calendar), ...holidaysOn(book, day)].map(({ version }) => version).join(' + ');

const over = (calendar: Calendar, { version, days }: OwnHolidays): Calendar =>
  withOwn(calendar, { version, special: daysIn(days) });

const baseOf = ({ base, weeklyOff }: CalendarPolicy): Calendar =>
  base === 'china' ? officialCalendar : weekOnly(weeklyOff);

/** The calendar that has this version, which says of what it is made; undefined when part of that was never recorded. */
export const calendarOfVersion = (book: PolicyBook, version: string): Calendar | undefined => {
  const [base = '', ...own] = version.split(' + ');
  const holidays = own.map((part) => book.holidays.find((loaded) => loaded.version === part));
  const known = holidays.filter((loaded) => loaded !== undefined);
  return known.length < own.length ? undefined : known.reduce(overMaybe, baseOfVersion(book, base));
};

const overMaybe = (calendar: Calendar | undefined, own: OwnHolidays): Calendar | undefined =>
  calendar && over(calendar, own);

const baseOfVersion = ({ official }: PolicyBook, version: string): Calendar | undefined => {
  if (version === officialCalendar.version) return officialCalendar;
  const recorded = official.find((one) => one.version === version);
  if (recorded) return calendarOf({ ...recorded, special: daysIn(recorded.days) });
  const [, weeklyOff] = /^week off (.*)$/.exec(version) ?? [];
  return weeklyOff === undefined
    ? undefined
    : weekOnly(weeklyOff.split(',').filter((weekday) => weekday !== '') as Weekday[]);
};
