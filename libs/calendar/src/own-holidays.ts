import { createHash } from 'node:crypto';
import type { Day } from '@redress/contracts/values';
import type { OwnHolidays, SpecialDay, SpecialDays } from './calendar.js';
import { dayAt, numberOf } from './days.js';
import { type EventLines, eventsOf, type Fault, linesOf } from './ical-lines.js';
import { readEvent } from './ical-event.js';

const MOST_BYTES = 1_048_576;
/** In all events of a file together; a century of twenty holidays a year is 2,000. */
const MOST_DAYS = 20_000;
/** As many as somebody repairs before trying again. */
const MOST_FAULTS = 20;

export type Refused = { readonly refused: readonly Fault[] };

/**
 * An organisation's holidays and make-up working days from its iCalendar (RFC 5545), in UTF-8. Either all of the file
 * or nothing: one event that is not understood would move deadlines. See the README for what may stand in it.
 */
export const readOwnHolidays = (file: Uint8Array): OwnHolidays | Refused => {
  if (file.length > MOST_BYTES) return refuse({ line: 1, reason: 'too-large' });
  const text = decoded(file);
  if (text === undefined) return refuse({ line: 1, reason: 'not-utf-8' });
  const events = eventsOf(linesOf(text));
  if ('reason' in events) return refuse(events);
  const special = daysOf(events);
  if ('refused' in special) return special;
  return { version: `ical sha256:${createHash('sha256').update(file).digest('hex')}`, special };
};

const refuse = (fault: Fault): Refused => ({ refused: [fault] });

const decoded = (file: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return undefined;
  }
};

/** Stops as soon as it is too much: a file of a mebibyte can name millions of days. */
const daysOf = (events: readonly EventLines[]): SpecialDays | Refused => {
  const special = new Map<Day, SpecialDay>();
  const faults: Fault[] = [];
  let counted = 0;
  for (const lines of events) {
    if (faults.length === MOST_FAULTS) break;
    const event = readEvent(lines);
    if ('reason' in event) {
      faults.push(event);
      continue;
    }
    counted += event.starts.length * event.days;
    if (counted > MOST_DAYS) return refuse({ line: lines.line, reason: 'too-many-days' });
    const days = event.starts.flatMap((start) => daysFrom(start, event.days));
    if (days.some((day) => (special.get(day)?.kind ?? event.special.kind) !== event.special.kind))
      faults.push({ line: lines.line, reason: 'worked-and-off' });
    for (const day of days) special.set(day, event.special);
  }
  return faults.length > 0 ? { refused: faults } : special;
};

const daysFrom = (start: Day, length: number): readonly Day[] =>
  Array.from({ length }, (_, after) => dayAt(numberOf(start) + after));
