import type { Calendar } from '@redress/calendar/calendar';
import { isWorkingDay, specialDay } from '@redress/calendar/calendar';
import { dayAt, numberOf } from '@redress/calendar/days';
import { explained } from '@redress/calendar/explained';
import { inChinese, inEnglish } from '@redress/calendar/told';
import type { CalendarDay, NameInBoth, WorkingDaysSum } from '@redress/contracts/rectification/calendar-days';
import type { Day } from '@redress/contracts/values';

/** Each day from one to another, with both, and what says whether it is worked. */
export const daysBetween = (calendar: Calendar, from: Day, to: Day): readonly CalendarDay[] =>
  Array.from({ length: numberOf(to) - numberOf(from) + 1 }, (_, after) => {
    const day = dayAt(numberOf(from) + after);
    const special = specialDay(calendar, day);
    const because = special ? { because: special.kind, name: special.name } : { because: 'week' as const };
    return { day, worked: isWorkingDay(calendar, day), ...because };
  });

/** So many working days after a day, and how that came about in both languages; `what` happened on that day. */
export const sumOf = (calendar: Calendar, from: Day, add: number, what = LISTED): WorkingDaysSum => {
  const sum = explained(calendar, from, add);
  return { ...sum, en: inEnglish(sum, what.en), zh: inChinese(sum, what.zh) };
};
const LISTED: NameInBoth = { en: 'listed', zh: '列入' };
