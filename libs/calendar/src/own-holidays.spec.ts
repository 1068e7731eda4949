import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import type { Day } from '@redress/contracts/values';
import fc from 'fast-check';
import { someSpecialDays } from './calendar.examples.js';
import { isWorkingDay, type OwnHolidays, weekOnly, withOwn } from './calendar.js';
import { dayAt, numberOf } from './days.js';
import { calendarFile, event, icalDay } from './ical.examples.js';
import { officialCalendar } from './official-calendar.js';
import { readOwnHolidays } from './own-holidays.js';

const read = (file: Uint8Array): OwnHolidays => {
  const own = readOwnHolidays(file);
  if ('refused' in own) throw new Error(JSON.stringify(own.refused));
  return own;
};

const daysOf = (...lines: readonly string[]): readonly string[] =>
  [...read(calendarFile(...event(...lines))).special].map(([day, { kind }]) => `${day} ${kind}`).toSorted();

const day = (text: string): Day => text as Day;

describe('an organisation loads its own holidays', () => {
  it('from the first day to the one before the end, by their name', () => {
    const own = read(
      calendarFile(...event('DTSTART;VALUE=DATE:20261012', 'DTEND;VALUE=DATE:20261014', 'SUMMARY:校庆')),
    );
    const festival = { kind: 'holiday', name: { en: '校庆', zh: '校庆' } };
    expect(own.special).toEqual(
      new Map([
        ['2026-10-12', festival],
        ['2026-10-13', festival],
      ]),
    );
  });

  it.each([
    ['one day without an end', ['DTSTART;VALUE=DATE:20261012'], ['2026-10-12']],
    ['a day without saying so', ['DTSTART:20261012'], ['2026-10-12']],
    ['a day in small letters', ['dtstart;value=date:20261012'], ['2026-10-12']],
    ['days', ['DTSTART;VALUE=DATE:20261012', 'DURATION:P2D'], ['2026-10-12', '2026-10-13']],
    ['weeks', ['DTSTART;VALUE=DATE:20261231', 'DURATION:P1W'], ['2026-12-31', '2027-01-06']],
    ['years', ['DTSTART;VALUE=DATE:20261012', 'RRULE:FREQ=YEARLY'], ['2026-10-12', '2099-10-12']],
    [
      'some years',
      ['DTSTART;VALUE=DATE:20261012', 'RRULE:FREQ=YEARLY;COUNT=2'],
      ['2026-10-12', '2027-10-12'],
    ],
    [
      'years until a moment',
      ['DTSTART;VALUE=DATE:20261012', 'RRULE:FREQ=YEARLY;UNTIL=20281012T000000Z'],
      ['2026-10-12', '2028-10-12'],
    ],
    [
      'the last Monday of May',
      ['DTSTART;VALUE=DATE:20260525', 'RRULE:FREQ=YEARLY;COUNT=2;BYMONTH=5;BYDAY=-1MO'],
      ['2026-05-25', '2027-05-31'],
    ],
    [
      'years but one, and a day besides',
      [
        'DTSTART;VALUE=DATE:20261012',
        'RRULE:FREQ=YEARLY;COUNT=3',
        'EXDATE;VALUE=DATE:20281012',
        'RDATE;VALUE=DATE:20261001',
      ],
      ['2026-10-01', '2027-10-12'],
    ],
    [
      'a leap day',
      ['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2'],
      ['2024-02-29', '2028-02-29'],
    ],
    ['in lines that are folded', ['DTSTART;VALUE=DATE', ' :2026', '\t1012'], ['2026-10-12']],
    [
      'with an alarm, and a colon in quotation marks',
      ['BEGIN:VALARM', 'DTSTART:19700101', 'END:VALARM', 'DTSTART;VALUE=DATE;X-A="a:b":20261012'],
      ['2026-10-12'],
    ],
  ])('%s', (_, lines, [first, last]: readonly string[]) => {
    const days = daysOf(...lines, 'SUMMARY:Anniversary');
    expect(days.at(0)).toBe(`${first ?? ''} holiday`);
    expect(days.at(-1)).toBe(`${last ?? first ?? ''} holiday`);
  });

  it('every year until the end of the century, without a gap', () => {
    const days = daysOf('DTSTART;VALUE=DATE:20261012', 'RRULE:FREQ=YEARLY', 'SUMMARY:Anniversary');
    const years = Array.from({ length: 74 }, (_, index) => `${String(2026 + index)}-10-12 holiday`);
    expect(days).toEqual(years);
  });

  it('but not what was cancelled', () => {
    expect(daysOf('DTSTART;VALUE=DATE:20261012', 'SUMMARY:Anniversary', 'STATUS:CANCELLED')).toEqual([]);
  });

  it.each([
    ['worked', '国庆节(班)', undefined],
    ['worked', '国庆节（班）', undefined],
    ['worked', '国庆节 班', undefined],
    ['worked', '国庆节调休上班', undefined],
    ['worked', '春节补班日', undefined],
    ['worked', 'Inventory', 'WORKDAY'],
    ['worked', 'Inventory', 'Office, workday'],
    ['holiday', '国庆节(休)', undefined],
    ['holiday', '国庆节调休', undefined],
    ['holiday', '全校不上班', undefined],
    ['holiday', '停电，无需上班', undefined],
    ['holiday', '全员值班', undefined],
    ['holiday', '夏令班', undefined],
    ['holiday', '补班', 'HOLIDAY'],
  ])('as %s: %s, %s', (kind, summary, categories) => {
    const lines = ['DTSTART;VALUE=DATE:20261012', `SUMMARY:${summary}`];
    if (categories) lines.push(`CATEGORIES:${categories}`);
    expect(daysOf(...lines)).toEqual([`2026-10-12 ${kind}`]);
  });

  it('as a version that is the hash of the file', () => {
    const file = calendarFile(...event('DTSTART:20261012', 'SUMMARY:Anniversary'));
    expect(read(file).version).toBe(`ical sha256:${createHash('sha256').update(file).digest('hex')}`);
  });

  it('and its word holds over the official calendar, on its days only', () => {
    const own = read(
      calendarFile(
        ...event('DTSTART:20261012', 'SUMMARY:校庆'),
        ...event('DTSTART:20261007', 'SUMMARY:校庆', 'CATEGORIES:WORKDAY'),
        ...event('DTSTART:20261010', 'SUMMARY:校庆'),
      ),
    );
    const calendar = withOwn(officialCalendar, own);
    const worked = ['06', '07', '08', '09', '10', '11', '12', '13'].map((date) =>
      isWorkingDay(calendar, day(`2026-10-${date}`)),
    );
    expect(worked).toEqual([false, true, true, true, false, false, false, true]);
    expect(calendar.version).toBe(`${officialCalendar.version} + ${own.version}`);
    expect(calendar.published).toEqual(officialCalendar.published);
  });

  it('from a calendar as they are passed around', () => {
    const path = createRequire(import.meta.url).resolve('chinese-days/dist/holidays.ics');
    const calendar = withOwn(weekOnly(), read(readFileSync(path)));
    for (let number = numberOf(day('2024-01-01')); number <= numberOf(day('2026-12-31')); number++) {
      const each = dayAt(number);
      expect([each, isWorkingDay(calendar, each)]).toEqual([each, isWorkingDay(officialCalendar, each)]);
    }
  });
});

it('reads back any days that are written', () => {
  fc.assert(
    fc.property(someSpecialDays, fc.boolean(), (special, inCategories) => {
      const events = [...special].map(([first, { kind }]) =>
        event(
          `DTSTART;VALUE=DATE:${icalDay(first)}`,
          `DTEND;VALUE=DATE:${icalDay(dayAt(numberOf(first) + 1))}`,
          ...(inCategories
            ? ['SUMMARY:某日', `CATEGORIES:${kind === 'worked' ? 'WORKDAY' : 'HOLIDAY'}`]
            : [`SUMMARY:某日（${kind === 'worked' ? '班' : '休'}）`]),
        ),
      );
      fc.pre(events.length > 0);
      const days = [...read(calendarFile(...events.flat())).special].map(([each, { kind }]) => [each, kind]);
      expect(days).toEqual([...special].map(([each, { kind }]) => [each, kind]));
    }),
    { numRuns: 50 },
  );
});
