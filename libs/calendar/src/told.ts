import type { Day } from '@redress/contracts/values';
import type { DayRange } from './calendar.js';
import { numberOf, weekdayIndexAt } from './days.js';
import type { Sum } from './explained.js';
import type { Span } from './spans.js';

/** `told(sum, 'listed')`: "listed Friday 30 Sep + 5 working days, 1–7 Oct holiday, 8 and 9 Oct worked → 12 Oct". */
export const inEnglish = (sum: Sum, what: string): string => {
  const { from, workingDays, to, special, unpublished } = sum;
  const year = from.slice(0, 4);
  const unit = workingDays === 1 ? 'working day' : 'working days';
  return [
    `${what} ${WEEKDAYS_EN[weekdayOf(from)] ?? ''} ${dateEn(from, year)} + ${String(workingDays)} ${unit}`,
    ...special.map((span) => `, ${rangeEn(span, year)} ${span.kind}`),
    ...unpublished.map((range) => `, ${rangeEn(range, year)} with holidays not yet known`),
    ` → ${dateEn(to, year)}`,
  ].join('');
};

/** `9月30日（星期五）列入 + 5个工作日，10月1日至7日放假，10月8日、9日上班 → 10月12日`. */
export const inChinese = (sum: Sum, what: string): string => {
  const { from, workingDays, to, special, unpublished } = sum;
  return [
    `${dateZh(from, from)}（星期${WEEKDAYS_ZH[weekdayOf(from)] ?? ''}）${what} + ${String(workingDays)}个工作日`,
    ...special.map((span) => `，${rangeZh(span, from)}${KIND_ZH[span.kind]}`),
    ...unpublished.map((range) => `，${rangeZh(range, from)}的放假安排未知`),
    ` → ${dateZh(to, from)}`,
  ].join('');
};

const weekdayOf = (day: Day): number => weekdayIndexAt(numberOf(day));
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六'];
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const KIND_ZH: Readonly<Record<Span['kind'], string>> = { holiday: '放假', worked: '上班' };

const partsOf = (day: Day): readonly [year: string, month: string, date: string] => {
  const [year = '', month = '', date = ''] = day.split('-');
  return [year, String(Number(month)), String(Number(date))];
};

/** With its year only where that is another than the one at hand. */
const dateEn = (day: Day, yearAtHand: string): string => {
  const [year, month, date] = partsOf(day);
  return `${date} ${MONTHS_EN[Number(month) - 1] ?? ''}${year === yearAtHand ? '' : ` ${year}`}`;
};

const rangeEn = ({ from, to }: DayRange, yearAtHand: string): string => {
  if (from === to) return dateEn(to, yearAtHand);
  const first =
    from.slice(0, 7) === to.slice(0, 7) ? String(Number(from.slice(8))) : dateEn(from, from.slice(0, 4));
  return `${first}${isPair(from, to) ? ' and ' : '–'}${dateEn(to, yearAtHand)}`;
};

/** With its year, or its month, only where that is another than that of the day before. */
const dateZh = (day: Day, before: Day): string => {
  const [year, month, date] = partsOf(day);
  return `${day.slice(0, 4) === before.slice(0, 4) ? '' : `${year}年`}${month}月${date}日`;
};

const rangeZh = ({ from, to }: DayRange, before: Day): string => {
  const first = dateZh(from, before);
  if (from === to) return first;
  const last = from.slice(0, 7) === to.slice(0, 7) ? `${String(Number(to.slice(8)))}日` : dateZh(to, from);
  return `${first}${isPair(from, to) ? '、' : '至'}${last}`;
};

const isPair = (from: Day, to: Day): boolean => numberOf(to) - numberOf(from) === 1;
