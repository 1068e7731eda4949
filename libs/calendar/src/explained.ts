import type { Day } from '@redress/contracts/values';
import type { Calendar, DayRange, SpecialDay } from './calendar.js';
import { type DayNumber, dayAt, numberOf } from './days.js';
import { type Span, spansIn } from './spans.js';
import { addWorkingDays } from './working-days.js';

/** How a deadline came about. Plain JSON: it can be kept beside what it explains, and shown in either language. */
export type Sum = {
  readonly from: Day;
  readonly workingDays: number;
  readonly to: Day;
  readonly calendar: string;
  /** What lay between, in order, without the ordinary days off of a week. */
  readonly special: readonly Span[];
  /** The part of the way whose holidays nobody has announced yet: in a later version it may end elsewhere. */
  readonly unpublished: readonly DayRange[];
};

/** `addWorkingDays`, and what it met on its way. The same errors. */
export const explained = (calendar: Calendar, from: Day, workingDays: number): Sum => {
  const to = addWorkingDays(calendar, from, workingDays);
  const [first, last] = [numberOf(from) + 1, numberOf(to)];
  const special = spansIn(specialIn(calendar, first, last));
  return {
    from,
    workingDays,
    to,
    calendar: calendar.version,
    special,
    unpublished: unpublishedIn(calendar, first, last),
  };
};

const specialIn = function* (
  { special }: Calendar,
  first: DayNumber,
  last: DayNumber,
): Iterable<readonly [DayNumber, SpecialDay]> {
  for (let number = first; number <= last; number++) {
    const what = special.get(number);
    if (what) yield [number, what];
  }
};

const unpublishedIn = ({ published }: Calendar, first: DayNumber, last: DayNumber): readonly DayRange[] =>
  [
    [first, Math.min(last, numberOf(published.from) - 1)] as const,
    [Math.max(first, numberOf(published.to) + 1), last] as const,
  ]
    .filter(([from, to]) => from <= to)
    .map(([from, to]) => ({ from: dayAt(from), to: dayAt(to) }));
