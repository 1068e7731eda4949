import { BadRequestException } from '@nestjs/common';
import type { Fault } from '@redress/calendar/ical-lines';
import { readOwnHolidays } from '@redress/calendar/own-holidays';
import { spansOf } from '@redress/calendar/spans';
import type { ReadHolidays } from './load-holidays.js';

/** Of days, in an event that may have nine hundred thousand. */
const MOST_BYTES = 800_000;

/**
 * The days in an iCalendar; its version names the bytes of the file in UTF-8.
 * @throws BadRequestException naming each line that is wrong, and why.
 */
export const readFile = (ical: string): ReadHolidays => {
  // Half of a surrogate pair has no bytes in UTF-8: another file would be named than was sent.
  if (/\p{Cs}/u.test(ical)) throw malformed([{ line: 1, reason: 'not-utf-8' }]);
  const read = readOwnHolidays(new TextEncoder().encode(ical));
  if ('refused' in read) throw malformed(read.refused);
  const days = spansOf(read.special);
  if (Buffer.byteLength(JSON.stringify(days)) > MOST_BYTES)
    throw malformed([{ line: 1, reason: 'too-many-days' }]);
  return { version: read.version, days };
};

const malformed = (faults: readonly Fault[]): BadRequestException =>
  new BadRequestException({
    type: 'malformed',
    errors: faults.map(({ line, reason }) => ({ field: 'ical', rule: reason, limits: { line } })),
  });
