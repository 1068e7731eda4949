import type { Day } from '@redress/contracts/values';
import fc from 'fast-check';
import { type Calendar, calendarOf, type SpecialDays } from './calendar.js';
import { dayAt, numberOf } from './days.js';

const [FIRST, LAST] = [numberOf('2003-06-01' as Day), numberOf('2028-06-30' as Day)];

/** Any day from before to after what is published. */
export const someDay = fc.integer({ min: FIRST, max: LAST }).map(dayAt);

/** Also just before and after the ends of years, where holidays lie close together. */
export const someDayNearNewYear = fc
  .tuple(fc.integer({ min: 2003, max: 2028 }), fc.integer({ min: -12, max: 45 }))
  .map(([year, after]) => dayAt(numberOf(`${String(year)}-01-01` as Day) + after));

const name = { en: 'Some day', zh: '某日' };

/** Blocks of holidays, up to three weeks, and of worked days, among them long and adjacent ones. */
export const someSpecialDays: fc.Arbitrary<SpecialDays> = fc
  .array(
    fc.record({
      from: fc.integer({ min: FIRST, max: LAST }),
      days: fc.integer({ min: 1, max: 21 }),
      kind: fc.constantFrom('holiday' as const, 'worked' as const),
    }),
    { maxLength: 40 },
  )
  .map(
    (blocks) =>
      new Map(
        blocks.flatMap(({ from, days, kind }) =>
          Array.from({ length: days }, (_, after) => [dayAt(from + after), { kind, name }] as const),
        ),
      ),
  );

export const someCalendar: fc.Arbitrary<Calendar> = fc
  .record({
    version: fc.constant('made up'),
    special: someSpecialDays,
    weeklyOff: fc.subarray(['monday', 'wednesday', 'friday', 'saturday', 'sunday'] as const),
  })
  .map(calendarOf);
