import type { Day, Instant } from '@redress/contracts/values';

const WRITTEN = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * A moment that is written with its distance from UTC, `2019-01-02T08:30:00+08:00`; undefined for anything else: a
 * moment without it means another one on another machine.
 */
export const momentIn = (text: string): Instant | undefined => {
  const [, day = '', minutes = '', seconds = ':00', zone = ''] = WRITTEN.exec(text) ?? [];
  const time = Date.parse(`${day}T${minutes}${seconds}${zone}`);
  if (Number.isNaN(time) || !isDay(day)) return undefined;
  return new Date(time).toISOString() as Instant;
};

/** So many moments from first to last, evenly spread, both ends included. */
export const spread = (first: Instant, last: Instant, count: number): readonly Instant[] => {
  const begin = Date.parse(first);
  const step = (Date.parse(last) - begin) / (count - 1);
  return Array.from(
    { length: count },
    (_, index) => new Date(Math.floor(begin + index * step)).toISOString() as Instant,
  );
};

const CALENDAR = new Intl.DateTimeFormat('sv-SE', {
  timeZone: process.env['REDRESS_TIME_ZONE'] ?? 'Asia/Shanghai',
});

/** The day of a moment where the organisation is. */
export const dayOf = (moment: Instant): Day => CALENDAR.format(new Date(moment)) as Day;

/** A calendar day, `2026-03-31`; undefined for anything else. */
export const dayIn = (text: string): Day | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text) ? (text as Day) : undefined;

// `Date` takes the 30th of February for a day in March.
const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
