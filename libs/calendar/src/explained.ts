import type { Day } from '@redress/contracts/values';
import type { Calendar, DayRange, Name, SpecialDay } from './calendar.js';
import { type DayNumber, dayAt, numberOf } from './days.js';
import { addWorkingDays } from './working-days.js';

/** Days one after the other that are special for the same reason. */
export type Span = DayRange & SpecialDay;

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
  const special = spansOf(calendar, first, last);
  return {
    from,
    workingDays,
    to,
    calendar: calendar.version,
    special,
    unpublished: unpublishedIn(calendar, first, last),
  };
};

const spansOf = (calendar: Calendar, first: DayNumber, last: DayNumber): readonly Span[] => {
  const spans: Span[] = [];
  for (let number = first; number <= last; number++) {
    const what = calendar.special.get(number);
    if (!what) continue;
    const [day, before] = [dayAt(number), spans.at(-1)];
    if (before?.to === dayAt(number - 1) && before.kind === what.kind && isSame(before.name, what.name))
      spans[spans.length - 1] = { ...before, to: day };
    else spans.push({ kind: what.kind, name: what.name, from: day, to: day });
  }
  return spans;
};

const isSame = (one: Name, other: Name): boolean => one.en === other.en && one.zh === other.zh;

const unpublishedIn = ({ published }: Calendar, first: DayNumber, last: DayNumber): readonly DayRange[] =>
  [
    [first, Math.min(last, numberOf(published.from) - 1)] as const,
    [Math.max(first, numberOf(published.to) + 1), last] as const,
  ]
    .filter(([from, to]) => from <= to)
    .map(([from, to]) => ({ from: dayAt(from), to: dayAt(to) }));
