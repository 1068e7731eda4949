import { describe, expect, it } from '@jest/globals';
import type { Day } from '@redress/contracts/values';
import fc from 'fast-check';
import { someCalendar, someDay } from './calendar.examples.js';
import { isWorkingDay, type SpecialDay, weekOnly, withOwn } from './calendar.js';
import { explained } from './explained.js';
import { officialCalendar } from './official-calendar.js';
import { inChinese, inEnglish } from './told.js';
import { addWorkingDays, workingDaysBetween } from './working-days.js';

const sumOf = (from: string, count: number) => explained(officialCalendar, from as Day, count);

describe('how a deadline came about', () => {
  it('is kept as data', () => {
    const name = { en: 'National Day', zh: '国庆节' };
    expect(sumOf('2022-09-30', 5)).toEqual({
      from: '2022-09-30',
      workingDays: 5,
      to: '2022-10-12',
      calendar: officialCalendar.version,
      special: [
        { kind: 'holiday', name, from: '2022-10-01', to: '2022-10-07' },
        { kind: 'worked', name, from: '2022-10-08', to: '2022-10-09' },
      ],
      unpublished: [],
    });
  });

  it.each([
    [
      ...(['2022-09-30', 5] as const),
      'listed Friday 30 Sep + 5 working days, 1–7 Oct holiday, 8 and 9 Oct worked → 12 Oct',
      '9月30日（星期五）列入 + 5个工作日，10月1日至7日放假，10月8日、9日上班 → 10月12日',
    ],
    [
      ...(['2026-11-20', 1] as const),
      'listed Friday 20 Nov + 1 working day → 23 Nov',
      '11月20日（星期五）列入 + 1个工作日 → 11月23日',
    ],
    [
      ...(['2018-12-27', 5] as const),
      'listed Thursday 27 Dec + 5 working days, 29 Dec worked, 30 Dec–1 Jan 2019 holiday → 4 Jan 2019',
      '12月27日（星期四）列入 + 5个工作日，12月29日上班，12月30日至2019年1月1日放假 → 2019年1月4日',
    ],
    [
      ...(['2025-01-24', 6] as const),
      'listed Friday 24 Jan + 6 working days, 26 Jan worked, 28 Jan–4 Feb holiday, 8 Feb worked → 8 Feb',
      '1月24日（星期五）列入 + 6个工作日，1月26日上班，1月28日至2月4日放假，2月8日上班 → 2月8日',
    ],
    [
      ...(['2024-12-31', 25] as const),
      'listed Tuesday 31 Dec + 25 working days, 1 Jan 2025 holiday, 26 Jan 2025 worked, ' +
        '28 Jan–4 Feb 2025 holiday, 8 Feb 2025 worked → 11 Feb 2025',
      '12月31日（星期二）列入 + 25个工作日，2025年1月1日放假，2025年1月26日上班，' +
        '2025年1月28日至2月4日放假，2025年2月8日上班 → 2025年2月11日',
    ],
    [
      ...(['2026-12-25', 8] as const),
      'listed Friday 25 Dec + 8 working days, 29 Dec–6 Jan 2027 with holidays not yet known → 6 Jan 2027',
      '12月25日（星期五）列入 + 8个工作日，12月29日至2027年1月6日的放假安排未知 → 2027年1月6日',
    ],
    [
      ...(['2026-11-21', 0] as const),
      'listed Saturday 21 Nov + 0 working days → 21 Nov',
      '11月21日（星期六）列入 + 0个工作日 → 11月21日',
    ],
  ])('from %s, %i: %s', (from, count, english, chinese) => {
    expect(inEnglish(sumOf(from, count), 'listed')).toBe(english);
    expect(inChinese(sumOf(from, count), '列入')).toBe(chinese);
  });

  it('tells where holidays were not published at its beginning', () => {
    expect(sumOf('2003-12-30', 3)).toMatchObject({
      to: '2004-01-05',
      unpublished: [{ from: '2003-12-31', to: '2003-12-31' }],
    });
  });

  it('names the calendar with what the organisation added, and each holiday for itself', () => {
    const festival: SpecialDay = { kind: 'holiday', name: { en: '校庆', zh: '校庆' } };
    const calendar = withOwn(officialCalendar, {
      version: 'own',
      special: new Map([['2022-10-08' as Day, festival]]),
    });
    const sum = explained(calendar, '2022-09-30' as Day, 1);
    expect(sum.calendar).toBe(`${officialCalendar.version} + own`);
    expect(inEnglish(sum, 'listed')).toBe(
      'listed Friday 30 Sep + 1 working day, 1–7 Oct holiday, 8 Oct holiday, 9 Oct worked → 9 Oct',
    );
  });
});

it('tells days apart that are off for the same reason', () => {
  const cleaning: SpecialDay = { kind: 'holiday', name: { en: 'Cleaning', zh: '扫除' } };
  const days = ['2026-11-02', '2026-11-03', '2026-11-05'].map((day) => [day as Day, cleaning] as const);
  const calendar = withOwn(weekOnly(), { version: 'own', special: new Map(days) });
  expect(explained(calendar, '2026-10-30' as Day, 2)).toMatchObject({
    to: '2026-11-06',
    special: [
      { from: '2026-11-02', to: '2026-11-03' },
      { from: '2026-11-05', to: '2026-11-05' },
    ],
  });
});

it('explains the very day that is added up, by days that can be counted again', () => {
  fc.assert(
    fc.property(someCalendar, someDay, fc.integer({ min: 0, max: 60 }), (calendar, from, count) => {
      const sum = explained(calendar, from, count);
      expect(sum.to).toBe(addWorkingDays(calendar, from, count));
      expect(JSON.parse(JSON.stringify(sum))).toStrictEqual(sum);

      const told = new Map(
        sum.special.flatMap(({ from: first, to, ...what }) =>
          daysOf(first, to).map((day) => [day, { kind: what.kind, name: what.name }] as const),
        ),
      );
      const week = { ...calendar, special: new Map() };
      const again = withOwn(week, { version: '', special: told });
      expect(workingDaysBetween(again, from, sum.to)).toBe(count);
      for (const day of daysOf(from, sum.to).slice(1))
        expect(isWorkingDay(again, day)).toBe(isWorkingDay(calendar, day));
    }),
  );
});

/** Every day of the week is worked here: so many working days are so many days. */
const everyDay = weekOnly([]);
const daysOf = (from: Day, to: Day): readonly Day[] =>
  Array.from({ length: workingDaysBetween(everyDay, from, to) + 1 }, (_, after) =>
    addWorkingDays(everyDay, from, after),
  );
