/** An iCalendar file of these lines within its first and last; the first of them is line 3. */
export const calendarFile = (...lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n'));

/** An event of these lines; BEGIN is one line before the first of them. */
export const event = (...lines: readonly string[]): readonly string[] => [
  'BEGIN:VEVENT',
  ...lines,
  'END:VEVENT',
];

/** `2026-10-01` as the standard writes it. */
export const icalDay = (day: string): string => day.replaceAll('-', '');
