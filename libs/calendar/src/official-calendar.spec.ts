import { describe, expect, it } from '@jest/globals';
import type { Day } from '@redress/contracts/values';
import days from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { LegalHoliday } from 'tyme4ts';
import { isWorkingDay, specialDay, weekOnly } from './calendar.js';
import { dayAt, numberOf } from './days.js';
import { officialCalendar } from './official-calendar.js';

const daysFrom = (first: string, last: string): readonly Day[] => {
  const from = numberOf(first as Day);
  return Array.from({ length: numberOf(last as Day) - from + 1 }, (_, index) => dayAt(from + index));
};

const isWeekday = (day: Day): boolean => isWorkingDay(weekOnly(), day);

/** The year's notice, with what was changed later: holidays with both ends, and the weekend days that are worked. */
type Notice = readonly [year: number, holidays: readonly string[], worked: readonly string[]];

const NOTICES: readonly Notice[] = [
  [
    2006, // 国办发明电〔2005〕35号
    ['2006-01-01/2006-01-03', '2006-01-29/2006-02-04', '2006-05-01/2006-05-07', '2006-10-01/2006-10-07'],
    ['2005-12-31', '2006-01-28', '2006-02-05', '2006-04-29', '2006-04-30', '2006-09-30', '2006-10-08'],
  ],
  [
    2007, // 国办发明电〔2006〕49号
    ['2007-01-01/2007-01-03', '2007-02-18/2007-02-24', '2007-05-01/2007-05-07', '2007-10-01/2007-10-07'],
    [
      '2006-12-30',
      '2006-12-31',
      ...['2007-02-17', '2007-02-25', '2007-04-28', '2007-04-29', '2007-09-29', '2007-09-30'],
    ],
  ],
  [
    2008, // the first year with Qingming, Dragon Boat and Mid-Autumn, and one day of May
    [
      ...['2007-12-30/2008-01-01', '2008-02-06/2008-02-12', '2008-04-04/2008-04-06', '2008-05-01/2008-05-03'],
      ...['2008-06-07/2008-06-09', '2008-09-13/2008-09-15', '2008-09-29/2008-10-05'],
    ],
    ['2007-12-29', '2008-02-02', '2008-02-03', '2008-05-04', '2008-09-27', '2008-09-28'],
  ],
  [
    2013, // 国办发明电〔2012〕33号: twelve weekend days worked
    [
      ...['2013-01-01/2013-01-03', '2013-02-09/2013-02-15', '2013-04-04/2013-04-06', '2013-04-29/2013-05-01'],
      ...['2013-06-10/2013-06-12', '2013-09-19/2013-09-21', '2013-10-01/2013-10-07'],
    ],
    [
      ...['2013-01-05', '2013-01-06', '2013-02-16', '2013-02-17', '2013-04-07', '2013-04-27', '2013-04-28'],
      ...['2013-06-08', '2013-06-09', '2013-09-22', '2013-09-29', '2013-10-12'],
    ],
  ],
  [
    2015, // with the notice of May: 3 September, seventy years after the war
    [
      ...['2015-01-01/2015-01-03', '2015-02-18/2015-02-24', '2015-04-05/2015-04-06', '2015-05-01/2015-05-03'],
      ...['2015-06-20/2015-06-22', '2015-09-03/2015-09-05', '2015-09-27/2015-09-27', '2015-10-01/2015-10-07'],
    ],
    ['2015-01-04', '2015-02-15', '2015-02-28', '2015-09-06', '2015-10-10'],
  ],
  [
    2017, // 国办发明电〔2016〕17号
    [
      ...['2017-01-01/2017-01-02', '2017-01-27/2017-02-02', '2017-04-02/2017-04-04', '2017-05-01/2017-05-01'],
      ...['2017-05-28/2017-05-30', '2017-10-01/2017-10-08'],
    ],
    ['2017-01-22', '2017-02-04', '2017-04-01', '2017-05-27', '2017-09-30'],
  ],
  [
    2019, // with 国办发明电〔2019〕3号 of March: four days of May instead of one
    [
      ...['2018-12-30/2019-01-01', '2019-02-04/2019-02-10', '2019-04-05/2019-04-07', '2019-05-01/2019-05-04'],
      ...['2019-06-07/2019-06-09', '2019-09-13/2019-09-15', '2019-10-01/2019-10-07'],
    ],
    ['2018-12-29', '2019-02-02', '2019-02-03', '2019-04-28', '2019-05-05', '2019-09-29', '2019-10-12'],
  ],
  [
    2020, // 国办发明电〔2019〕16号, and 〔2020〕1号: Spring Festival until 2 February, and 1 February not worked after all
    [
      ...['2020-01-01/2020-01-01', '2020-01-24/2020-02-02', '2020-04-04/2020-04-06', '2020-05-01/2020-05-05'],
      ...['2020-06-25/2020-06-27', '2020-10-01/2020-10-08'],
    ],
    ['2020-01-19', '2020-04-26', '2020-05-09', '2020-06-28', '2020-09-27', '2020-10-10'],
  ],
  [
    2022,
    [
      ...['2022-01-01/2022-01-03', '2022-01-31/2022-02-06', '2022-04-03/2022-04-05', '2022-04-30/2022-05-04'],
      ...['2022-06-03/2022-06-05', '2022-09-10/2022-09-12', '2022-10-01/2022-10-07'],
    ],
    ['2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24', '2022-05-07', '2022-10-08', '2022-10-09'],
  ],
  [
    2025, // 国办发明电〔2024〕12号: two days more than before
    [
      ...['2025-01-01/2025-01-01', '2025-01-28/2025-02-04', '2025-04-04/2025-04-06', '2025-05-01/2025-05-05'],
      ...['2025-05-31/2025-06-02', '2025-10-01/2025-10-08'],
    ],
    ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  ],
  [
    2026,
    [
      ...['2026-01-01/2026-01-03', '2026-02-15/2026-02-23', '2026-04-04/2026-04-06', '2026-05-01/2026-05-05'],
      ...['2026-06-19/2026-06-21', '2026-09-25/2026-09-27', '2026-10-01/2026-10-07'],
    ],
    ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  ],
];

describe('the official calendar', () => {
  it.each(NOTICES)('says of each day of %i what the notice says', (year, holidays, worked) => {
    const off = new Set(holidays.flatMap((range) => daysFrom(range.slice(0, 10), range.slice(11))));
    const made = new Set(worked);
    const first = [...off, ...made, `${String(year)}-01-01`].toSorted()[0] ?? '';
    const all = daysFrom(first, `${String(year)}-12-28`);
    const told = all.filter((day) => isWorkingDay(officialCalendar, day));
    expect(told).toEqual(all.filter((day) => made.has(day) || (isWeekday(day) && !off.has(day))));
  });

  it('agrees with another source about every day, but for two where that one is wrong', () => {
    const all = daysFrom(officialCalendar.published.from, officialCalendar.published.to);
    const differing = all.filter((day) => {
      const [year, month, date] = day.split('-').map(Number) as [number, number, number];
      const legal = LegalHoliday.fromYmd(year, month, date);
      return isWorkingDay(officialCalendar, day) !== (legal ? legal.isWork() : isWeekday(day));
    });
    // Of 2013 the notice says: "4月7日（星期日）上班", "9月29日（星期日）、10月12日（星期六）上班".
    expect(differing).toEqual(['2013-04-07', '2013-10-12']);
  });

  it('corrects what the package still has wrong', () => {
    expect(Object.keys(days.workdays)).not.toContain('2005-12-31');
    expect(isWorkingDay(officialCalendar, '2005-12-31' as Day)).toBe(true);
  });

  it('names a day in both languages', () => {
    const name = { en: 'National Day', zh: '国庆节' };
    expect(specialDay(officialCalendar, '2022-10-03' as Day)).toEqual({ kind: 'holiday', name });
    expect(specialDay(officialCalendar, '2022-10-08' as Day)).toEqual({ kind: 'worked', name });
    for (const { name: each } of officialCalendar.special.values())
      expect(each).toEqual({
        en: expect.stringMatching(/^[A-Z]/),
        zh: expect.stringMatching(/^\p{Script=Han}/u),
      });
  });

  it('is published from 2004 until the next notice may change the end of a year', () => {
    expect(officialCalendar.published).toEqual({ from: '2004-01-01', to: '2026-12-28' });
    const late = [...officialCalendar.special.keys()].map(dayAt).filter((day) => /-12-(?!29|3)/.test(day));
    expect(late).toEqual([]);
  });

  it('knows only weekends before and after', () => {
    for (const day of [...daysFrom('2003-01-01', '2003-12-31'), ...daysFrom('2027-01-01', '2027-12-31')])
      expect(isWorkingDay(officialCalendar, day)).toBe(isWeekday(day));
  });

  it('has a version for just these days: another means that a day has changed, or the package', () => {
    expect(officialCalendar.version).toMatchInlineSnapshot(`"china chinese-days@1.5.7#64d27fe75865"`);
  });
});
