import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HOLIDAY_FAULTS, type HolidayFault } from '@redress/contracts/rectification/holiday-faults';
import { calendarFile, event } from './ical.examples.js';
import { readOwnHolidays } from './own-holidays.js';

const faultsOf = (file: Uint8Array): unknown => {
  const own = readOwnHolidays(file);
  return 'refused' in own ? own.refused : [];
};

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const SUMMARY = 'SUMMARY:Anniversary'; // line 4 of each event below
const START = 'DTSTART;VALUE=DATE:20261012';

/** Of the one event: its lines, from line 4 on. */
const events: readonly (readonly [HolidayFault, line: number, lines: readonly string[]])[] = [
  ['no-name', 3, [START]],
  ['no-name', 5, [START, 'SUMMARY: ']],
  ['no-start', 3, [SUMMARY]],
  ['not-all-day', 5, [SUMMARY, 'DTSTART:20261012T090000']],
  ['not-all-day', 5, [SUMMARY, 'DTSTART;TZID=Asia/Shanghai:20261012T000000']],
  ['not-all-day', 6, [SUMMARY, START, 'DTEND:20261013T000000Z']],
  ['not-all-day', 6, [SUMMARY, START, 'DURATION:PT8H']],
  ['not-all-day', 6, [SUMMARY, START, 'RDATE;VALUE=PERIOD:20260101T000000Z/P1D']],
  ['no-such-day', 5, [SUMMARY, 'DTSTART;VALUE=DATE:20260231']],
  ['no-such-day', 5, [SUMMARY, 'DTSTART;VALUE=DATE:20261301']],
  ['no-such-day', 5, [SUMMARY, 'DTSTART;VALUE=DATE:soon']],
  ['no-such-day', 5, [SUMMARY, 'DTSTART;VALUE=DATE:99991231']],
  ['no-such-day', 6, [SUMMARY, START, 'EXDATE;VALUE=DATE:20261012,20260431']],
  ['ends-before-it-begins', 6, [SUMMARY, START, 'DTEND;VALUE=DATE:20261012']],
  ['changes-another-event', 6, [SUMMARY, START, 'RECURRENCE-ID;VALUE=DATE:20261012']],
  ['not-a-property', 5, [SUMMARY, 'DTSTART;VALUE=DATE']],
  ['not-a-property', 6, [SUMMARY, START, 'and so on']],
  ['not-a-property', 7, [SUMMARY, 'DTSTART;VALUE=DATE:', ' 20261012', 'and so on']],
  ['not-closed', 6, [SUMMARY, START, 'END:VALARM']],
  ['not-a-calendar', 6, [SUMMARY, START, 'BEGIN:VCALENDAR']],
  ['too-many-days', 3, [SUMMARY, START, 'DURATION:P20001D']],
  ...[
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=WEEKLY',
    'FREQ=NEVER',
    'INTERVAL=2',
    'FREQ=YEARLY;COUNT=0',
    'FREQ=YEARLY;COUNT=x',
    'FREQ=YEARLY;INTERVAL=99999999999',
    'FREQ=YEARLY;UNTIL=20200101',
    'FREQ=YEARLY;UNTIL=0',
    'FREQ=YEARLY;UNTIL=20269999',
    'FREQ=YEARLY;BYYEARDAY=366;INTERVAL=100',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYMONTHDAY=31',
    'FREQ=YEARLY;BYMONTHDAY=-1',
    'FREQ=YEARLY;BYDAY=53MO',
    'FREQ=YEARLY;BYMONTH=2;BYDAY=5MO',
    'FREQ=YEARLY;BYMONTH=2;BYDAY=MO;BYMONTHDAY=30',
    'FREQ=YEARLY;BYEASTER=0',
    'soon',
  ].map((rule): readonly [HolidayFault, number, readonly string[]] => [
    'rule-not-understood',
    6,
    [SUMMARY, START, `RRULE:${rule}`],
  ]),
  ['rule-not-understood', 7, [SUMMARY, START, 'RRULE:FREQ=YEARLY', 'RRULE:FREQ=YEARLY;COUNT=2']],
  ['rule-not-understood', 6, [SUMMARY, 'DTSTART;VALUE=DATE:20260112', 'RRULE:FREQ=YEARLY;BYDAY=2MO']],
  ['rule-not-understood', 6, [SUMMARY, 'DTSTART:20261029', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=5TH']],
  ['rule-not-understood', 6, [SUMMARY, START, 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=MO;BYMONTHDAY=12']],
  ['rule-not-understood', 6, [SUMMARY, START, 'RRULE:FREQ=YEARLY;BYMONTHDAY=12']],
  ['rule-not-understood', 6, [SUMMARY, 'DTSTART:20260131', 'RRULE:FREQ=YEARLY;BYMONTH=1,2;BYMONTHDAY=31']],
  ['rule-not-understood', 6, [SUMMARY, 'DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY']],
];

const DECADES = event(SUMMARY, START, 'DURATION:P15000D');

const files: readonly (readonly [HolidayFault, line: number, Uint8Array])[] = [
  ['not-a-calendar', 1, bytes('<html>')],
  ['not-a-calendar', 1, bytes('BEGIN:VEVENT\nEND:VEVENT\n')],
  ['not-a-calendar', 3, bytes('BEGIN:VCALENDAR\nEND:VCALENDAR\nVERSION:2.0')],
  ['no-events', 1, bytes('')],
  ['no-events', 1, calendarFile()],
  ['not-closed', 1, bytes('BEGIN:VCALENDAR\nVERSION:2.0\n')],
  ['not-closed', 1, bytes(`BEGIN:VCALENDAR\nBEGIN:VEVENT\n${START}\n${SUMMARY}\n`)],
  ['not-closed', 3, bytes('BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\nEND:VEVENT')],
  ['not-utf-8', 1, new Uint8Array([0xb9, 0xfa, 0xc7, 0xec])],
  ['too-large', 1, new Uint8Array(1_048_577)],
  ['too-many-days', 8, calendarFile(...DECADES, ...DECADES)],
  [
    'worked-and-off',
    7,
    calendarFile(...event(START, SUMMARY), ...event(START, SUMMARY, 'CATEGORIES:WORKDAY')),
  ],
];

describe('a file of holidays is refused as a whole', () => {
  it.each(events)('%s, line %i: %j', (reason, line, lines) => {
    expect(faultsOf(calendarFile(...event(...lines)))).toEqual([{ line, reason }]);
  });

  it.each(files)('%s, line %i', (reason, line, file) => {
    expect(faultsOf(file)).toEqual([{ line, reason }]);
  });

  it('with what is wrong in each event', () => {
    const file = calendarFile(...event(START), ...event(START, SUMMARY), ...event(SUMMARY));
    expect(faultsOf(file)).toEqual([
      { line: 3, reason: 'no-name' },
      { line: 10, reason: 'no-start' },
    ]);
  });

  it('with twenty faults at most, and without reading on', () => {
    const leapYears = event('DTSTART;VALUE=DATE:20240229', SUMMARY, 'RRULE:FREQ=YEARLY');
    const file = calendarFile(...Array.from({ length: 10_000 }, () => leapYears).flat());
    expect(faultsOf(file)).toHaveLength(20);
  });

  it('for every reason there is', () => {
    const told = new Set([...events, ...files].map(([reason]) => reason));
    expect([...told].toSorted()).toEqual([...HOLIDAY_FAULTS].toSorted());
  });

  it('or read, but never without an answer, whatever stands in it', () => {
    const someLine = fc.oneof(
      fc.constantFrom(
        ...['BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VALARM', 'END:VALARM', START, SUMMARY, ' folded', ''],
        ...['DTEND;VALUE=DATE:21991231', 'DURATION:P99999D', 'STATUS:CANCELLED', 'EXDATE:20261012'],
      ),
      fc.string({ unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom(
            'DTSTART',
            'DTEND',
            'RDATE',
            'EXDATE',
            'RRULE',
            'DURATION',
            'SUMMARY',
            'CATEGORIES',
          ),
          fc.constantFrom(';', ':', ';VALUE=DATE:', ';VALUE=PERIOD:', ';X="'),
          fc.string(),
        )
        .map((parts) => parts.join('')),
      fc
        .array(
          fc
            .tuple(
              fc.constantFrom(
                'BYMONTH',
                'BYMONTHDAY',
                'BYDAY',
                'INTERVAL',
                'COUNT',
                'UNTIL',
                'WKST',
                'BYSETPOS',
              ),
              fc.oneof(
                fc.integer({ min: -60, max: 400 }),
                fc.constantFrom('MO', '-1SU', '4FR', '20300101', '2,3'),
              ),
            )
            .map(([part, value]) => `;${part}=${String(value)}`),
          { maxLength: 4 },
        )
        .map((parts) => `RRULE:FREQ=YEARLY${parts.join('')}`),
    );
    fc.assert(
      fc.property(fc.array(someLine), fc.boolean(), (lines, inEvent) => {
        const own = readOwnHolidays(calendarFile(...(inEvent ? event(START, SUMMARY, ...lines) : lines)));
        if ('refused' in own) expect(own.refused.length).toBeGreaterThan(0);
        else expect(own.version).toMatch(/^ical sha256:[0-9a-f]{64}$/);
      }),
      { numRuns: 2000 },
    );
  });
});
