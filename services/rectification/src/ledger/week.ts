import { dayAt, numberOf, weekdayIndexAt } from '@redress/calendar/days';
import type { Day } from '@redress/contracts/values';

export type Days = { readonly from: Day; readonly to: Day };

/** From the Monday to the Sunday of the week that a day lies in. */
export const weekOf = (day: Day): Days => {
  const number = numberOf(day);
  const monday = number - ((weekdayIndexAt(number) + 6) % 7);
  return { from: dayAt(monday), to: dayAt(monday + 6) };
};

export const dayBefore = (day: Day): Day => dayAt(numberOf(day) - 1);
export const dayAfter = (day: Day): Day => dayAt(numberOf(day) + 1);
