import { describe, expect, it } from '@jest/globals';
import type { Day } from '@redress/contracts/values';
import fc from 'fast-check';
import { someCalendar, someDay, someDayNearNewYear, someSpecialDays } from './calendar.examples.js';
import { calendarOf, isWorkingDay, weekOnly, withOwn } from './calendar.js';
import { dayAt, numberOf } from './days.js';
import { officialCalendar } from './official-calendar.js';
import { addWorkingDays, nextWorkingDay, workingDayFrom, workingDaysBetween } from './working-days.js';

const day = (text: string): Day => text as Day;
const add = (from: string, count: number): Day => addWorkingDays(officialCalendar, day(from), count);

describe('so many working days later', () => {
  it.each([
    ['2022-09-30', 5, '2022-10-12', 'over National Day, with both days that were worked for it'],
    ['2022-09-30', 1, '2022-10-08', 'on a Saturday that is worked'],
    ['2022-10-04', 1, '2022-10-08', 'from within a holiday'],
    ['2026-11-20', 1, '2026-11-23', 'over a weekend'],
    ['2026-11-21', 1, '2026-11-23', 'from a Saturday'],
    ['2018-12-28', 1, '2018-12-29', 'before the New Year'],
    ['2018-12-28', 2, '2019-01-02', 'over the New Year'],
    ['2020-01-23', 1, '2020-02-03', 'over the Spring Festival that was made longer'],
    ['2026-11-21', 0, '2026-11-21', 'none at all, on a day off'],
  ])('%s and %i are %s: %s', (from, count, to) => {
    expect(add(from, count)).toBe(to);
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('not %d of them', (count) => {
    expect(() => add('2026-11-20', count)).toThrow(RangeError);
  });

  it('not beyond what can be written, nor from what is no day', () => {
    expect(() => add('9999-12-30', 5)).toThrow(RangeError);
    expect(() => add('2026-11-20', Number.MAX_SAFE_INTEGER)).toThrow(RangeError);
    expect(() => add('soon', 1)).toThrow(RangeError);
  });

  it('not where nobody ever works', () => {
    const special = new Map();
    const weeklyOff = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
    expect(() => calendarOf({ version: 'never', special, weeklyOff })).toThrow(RangeError);
  });

  it('before 1970 as well', () => {
    expect(addWorkingDays(weekOnly(), day('1960-02-26'), 2)).toBe('1960-03-01');
  });

  it('in a week with other days off', () => {
    const week = weekOnly(['friday', 'saturday']);
    expect(addWorkingDays(week, day('2026-11-19'), 1)).toBe('2026-11-22');
  });
});

it('finds the next working day, and the one that a term ends on', () => {
  expect(nextWorkingDay(officialCalendar, day('2022-09-30'))).toBe('2022-10-08');
  expect(workingDayFrom(officialCalendar, day('2022-09-30'))).toBe('2022-09-30');
  expect(workingDayFrom(officialCalendar, day('2022-10-01'))).toBe('2022-10-08');
});

it('counts working days forwards and backwards', () => {
  const between = (from: string, to: string): number =>
    workingDaysBetween(officialCalendar, day(from), day(to));
  expect(between('2022-09-30', '2022-10-12')).toBe(5);
  expect(between('2022-10-12', '2022-09-30')).toBe(-5);
  expect(between('2022-10-01', '2022-10-07')).toBe(0);
  expect(Object.is(between('2022-10-07', '2022-10-01'), 0)).toBe(true);
});

const someCount = fc.integer({ min: 0, max: 60 });
const anyDay = fc.oneof(someDay, someDayNearNewYear);

describe.each([
  ['the official calendar', fc.constant(officialCalendar)],
  ['any calendar', someCalendar],
  [
    'own holidays over the official calendar',
    someSpecialDays.map((special) => withOwn(officialCalendar, { version: 'own', special })),
  ],
])('in %s', (_, calendars) => {
  it('a sum ends on a working day, later than it began', () => {
    fc.assert(
      fc.property(calendars, anyDay, fc.integer({ min: 1, max: 60 }), (calendar, from, count) => {
        const to = addWorkingDays(calendar, from, count);
        expect(isWorkingDay(calendar, to)).toBe(true);
        expect(to > from).toBe(true);
      }),
    );
  });

  it('it has that many working days on its way, counted one by one', () => {
    fc.assert(
      fc.property(calendars, anyDay, someCount, (calendar, from, count) => {
        const last = numberOf(addWorkingDays(calendar, from, count));
        const passed = Array.from({ length: last - numberOf(from) }, (__, after) =>
          dayAt(numberOf(from) + after + 1),
        );
        expect(passed.filter((each) => isWorkingDay(calendar, each))).toHaveLength(count);
      }),
    );
  });

  it('more days end later', () => {
    fc.assert(
      fc.property(calendars, anyDay, someCount, (calendar, from, count) => {
        const to = addWorkingDays(calendar, from, count);
        expect(addWorkingDays(calendar, from, count + 1) > to).toBe(true);
      }),
    );
  });

  it('what begins later ends no sooner', () => {
    fc.assert(
      fc.property(calendars, anyDay, anyDay, someCount, (calendar, one, other, count) => {
        const [first, second] = [one, other].toSorted() as [Day, Day];
        expect(addWorkingDays(calendar, first, count) <= addWorkingDays(calendar, second, count)).toBe(true);
      }),
    );
  });

  it('days added in parts are days added at once', () => {
    fc.assert(
      fc.property(calendars, anyDay, someCount, someCount, (calendar, from, first, second) => {
        const inParts = addWorkingDays(calendar, addWorkingDays(calendar, from, first), second);
        expect(addWorkingDays(calendar, from, first + second)).toBe(inParts);
      }),
    );
  });

  it('counting takes back adding', () => {
    fc.assert(
      fc.property(calendars, anyDay, someCount, (calendar, from, count) => {
        const to = addWorkingDays(calendar, from, count);
        expect(workingDaysBetween(calendar, from, to)).toBe(count);
        expect(addWorkingDays(calendar, from, workingDaysBetween(calendar, from, to))).toBe(to);
      }),
    );
  });

  it('counting over a day between is counting to it and from it', () => {
    fc.assert(
      fc.property(calendars, anyDay, anyDay, anyDay, (calendar, one, between, other) => {
        const parts =
          workingDaysBetween(calendar, one, between) + workingDaysBetween(calendar, between, other);
        expect(workingDaysBetween(calendar, one, other)).toBe(parts);
      }),
    );
  });
});
