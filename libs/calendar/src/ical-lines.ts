import type { HolidayFault } from '@redress/contracts/rectification/holiday-faults';

/** A line of an iCalendar, put together again where it was folded, and where it begins in the file; 1 is the first. */
export type Line = { readonly number: number; readonly text: string };

export type Fault = { readonly line: number; readonly reason: HolidayFault };

/** RFC 5545, 3.1. A single LF is taken for a line's end too: many programs write it. */
export const linesOf = (text: string): readonly Line[] => {
  const lines: { number: number; text: string }[] = [];
  text.split(/\r\n|\n|\r/).forEach((part, index) => {
    const before = lines.at(-1);
    if (/^[ \t]/.test(part) && before) before.text += part.slice(1);
    else if (part !== '') lines.push({ number: index + 1, text: part });
  });
  return lines;
};

/** A name, perhaps parameters, and a value: as much as it takes to see where a component begins and ends. */
const PROPERTY = /^([A-Za-z0-9-]+)(?:;[^:]*)?:(.*)$/s;

export type EventLines = { readonly line: number; readonly properties: readonly Line[] };

/** The lines of each VEVENT, without those of what lies in it; or the first thing that is out of order. */
export const eventsOf = (lines: readonly Line[]): readonly EventLines[] | Fault => {
  const events: { line: number; properties: Line[] }[] = [];
  const open: { line: number; name: string }[] = [];
  for (const { number, text } of lines) {
    const [, property, value = ''] = PROPERTY.exec(text) ?? [];
    if (property === undefined)
      return { line: number, reason: open.length ? 'not-a-property' : 'not-a-calendar' };
    const name = value.trim().toUpperCase();
    const inside = open.at(-1)?.name;
    switch (property.toUpperCase()) {
      case 'BEGIN':
        if ((inside === undefined) !== (name === 'VCALENDAR'))
          return { line: number, reason: 'not-a-calendar' };
        open.push({ line: number, name });
        if (name === 'VEVENT') events.push({ line: number, properties: [] });
        break;
      case 'END':
        if (open.pop()?.name !== name) return { line: number, reason: 'not-closed' };
        break;
      default:
        if (inside === undefined) return { line: number, reason: 'not-a-calendar' };
        if (inside === 'VEVENT') events.at(-1)?.properties.push({ number, text });
    }
  }
  const [unclosed] = open;
  if (unclosed) return { line: unclosed.line, reason: 'not-closed' };
  return events.length > 0 ? events : { line: 1, reason: 'no-events' };
};
