import { dayAt, numberOf, weekdayIndexAt } from '@redress/calendar/days';
import type { Day, Instant } from '@redress/contracts/values';
import type { Clock } from '@redress/eventsourcing/clock';

/** Both ends included; without one, there is no end on that side. */
export type Between<Value> = { readonly from?: Value | undefined; readonly to?: Value | undefined };

export type Days = { readonly from: Day; readonly to: Day };

// No other day can be written.
const [FIRST, LAST] = [numberOf('0000-01-01' as Day), numberOf('9999-12-31' as Day)];

/** From the Monday to the Sunday of the week that a day lies in. */
export const weekOf = (day: Day): Days => {
  const number = numberOf(day);
  const monday = number - ((weekdayIndexAt(number) + 6) % 7);
  return { from: dayAt(Math.max(monday, FIRST)), to: dayAt(Math.min(monday + 6, LAST)) };
};

export const dayBefore = (day: Day): Day => dayAt(numberOf(day) - 1);
const dayAfter = (day: Day): Day => dayAt(numberOf(day) + 1);

/** From the first moment of one day to the last of another, where the organisation is. */
export const momentsOf = (clock: Clock, from: Day | undefined, to: Day | undefined): Between<Instant> => ({
  from: from && clock.beginningOf(from),
  to: to && numberOf(to) < LAST ? justBefore(clock.beginningOf(dayAfter(to))) : undefined,
});

const justBefore = (moment: Instant): Instant => new Date(Date.parse(moment) - 1).toISOString() as Instant;
