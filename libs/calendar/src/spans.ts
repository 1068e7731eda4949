import type { Day } from '@redress/contracts/values';
import type { DayRange, Name, SpecialDay, SpecialDays } from './calendar.js';
import { type DayNumber, dayAt, numberOf } from './days.js';

/** Days one after the other that are special for the same reason. */
export type Span = DayRange & SpecialDay;

/** In the order of the days, whatever order they come in. */
export const spansOf = (special: SpecialDays): readonly Span[] =>
  spansIn([...special].map(([day, what]) => [numberOf(day), what] as const).sort(([a], [b]) => a - b));

/** What `spansOf` was made from. */
export const daysIn = (spans: readonly Span[]): SpecialDays =>
  new Map(
    spans.flatMap(({ from, to, kind, name }) => {
      const length = numberOf(to) - numberOf(from) + 1;
      return Array.from({ length }, (_, after): [Day, SpecialDay] => [
        dayAt(numberOf(from) + after),
        { kind, name },
      ]);
    }),
  );

/** Of days in order. */
export const spansIn = (days: Iterable<readonly [DayNumber, SpecialDay]>): readonly Span[] => {
  const spans: Span[] = [];
  for (const [number, { kind, name }] of days) {
    const [day, before] = [dayAt(number), spans.at(-1)];
    if (before?.to === dayAt(number - 1) && before.kind === kind && isSame(before.name, name))
      spans[spans.length - 1] = { ...before, to: day };
    else spans.push({ kind, name, from: day, to: day });
  }
  return spans;
};

const isSame = (one: Name, other: Name): boolean => one.en === other.en && one.zh === other.zh;
