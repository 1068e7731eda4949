import { BadRequestException } from '@nestjs/common';
import { readOwnHolidays } from '@redress/calendar/own-holidays';
import { spansOf } from '@redress/calendar/spans';
import type { ReadHolidays } from './load-holidays.js';

/**
 * The days in an iCalendar; its version names the bytes of the file in UTF-8.
 * @throws BadRequestException naming each line that is wrong, and why.
 */
export const readFile = (ical: string): ReadHolidays => {
  // Half of a surrogate pair has no bytes in UTF-8: another file would be named than was sent.
  const read = /\p{Cs}/u.test(ical)
    ? ({ refused: [{ line: 1, reason: 'not-utf-8' }] } as const)
    : readOwnHolidays(new TextEncoder().encode(ical));
  if (!('refused' in read)) return { version: read.version, days: spansOf(read.special) };
  const errors = read.refused.map(({ line, reason }) => ({ field: 'ical', rule: reason, limits: { line } }));
  throw new BadRequestException({ type: 'malformed', errors });
};
