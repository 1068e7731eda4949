import { createHash } from 'node:crypto';
import type { Day } from '@redress/contracts/values';
import days from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import source from 'chinese-days/package.json' with { type: 'json' };
import { calendarOf, type DayRange, type SpecialDay, type SpecialDays } from './calendar.js';

/** Where the package does not say what the notice says. The spec tells when a correction is no longer needed. */
const CORRECTIONS: SpecialDays = new Map([
  // 国办发明电〔2005〕35号: "12月31日（星期六）上班"; the package has it a year late.
  ['2005-12-31' as Day, { kind: 'worked', name: { en: "New Year's Day", zh: '元旦' } }],
]);

/** The package writes "National Day,国庆节,3": a name in both languages, and how many of the days are statutory. */
const named = (kind: SpecialDay['kind'], of: Readonly<Record<string, string>>): [Day, SpecialDay][] =>
  Object.entries(of).map(([day, text]) => {
    const [en = '', zh = ''] = text.split(',');
    return [day as Day, { kind, name: { en, zh } }];
  });

const special: SpecialDays = new Map([
  ...named('holiday', days.holidays),
  ...named('worked', days.workdays),
  ...CORRECTIONS,
]);

const years = [...special.keys()].map((day) => day.slice(0, 4)).toSorted();

/**
 * What the notices of the State Council cover. A notice for the next year has never reached further back into
 * December than the 29th (2007, 2018): from there on the last year is not settled before that notice.
 */
const published: DayRange = {
  from: `${years.at(0) ?? ''}-01-01` as Day,
  to: `${years.at(-1) ?? ''}-12-28` as Day,
};

/** Changes when a day does, with the package or with a correction; a better name for a holiday changes nothing. */
const digest = createHash('sha256')
  .update(JSON.stringify([published, [...special].map(([day, { kind }]) => `${day} ${kind}`).toSorted()]))
  .digest('hex')
  .slice(0, 12);

/** The holidays and make-up working days of mainland China, 2004 to 2026; before and after, weekends only. */
export const officialCalendar = calendarOf({
  version: `china chinese-days@${source.version}#${digest}`,
  published,
  special,
});
