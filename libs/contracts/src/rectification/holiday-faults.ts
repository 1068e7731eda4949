/** Why a file of holidays is refused. Closed, so that each can be told in English and in Chinese. */
export const HOLIDAY_FAULTS = [
  'too-large',
  'not-utf-8',
  'not-a-calendar',
  'not-a-property',
  'not-closed',
  'no-events',
  'no-name',
  'no-start',
  'not-all-day',
  'no-such-day',
  'ends-before-it-begins',
  'changes-another-event',
  'rule-not-understood',
  'too-many-days',
  'worked-and-off',
] as const;
export type HolidayFault = (typeof HOLIDAY_FAULTS)[number];
