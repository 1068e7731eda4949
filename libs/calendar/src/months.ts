import type { Day } from '@redress/contracts/values';
import { dayAt } from './days.js';

/** So many months later: the day of the same number, or the last one of that month when it has fewer days. */
export const monthsAfter = (day: Day, months: number): Day => {
  const [year = NaN, month = NaN, number = NaN] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayAt(Date.UTC(year, month - 1 + months, Math.min(number, lastOfMonth)) / 86_400_000);
};
