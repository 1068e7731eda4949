import { IsAnything, IsDay, IsId, IsReason, IsText, MayBeAbsent } from '../fields.js';
import type { Day, HolidaysId } from '../values.js';

/** Characters; with what JSON makes of them, that fits into one message. */
export const LONGEST_CALENDAR = 250_000;
/** At a time. A file may hold many years. */
export const MOST_HOLIDAY_FILES = 10;

export const LOADING_REJECTIONS = [
  'not-the-office',
  'holidays-id-is-taken',
  'holidays-are-withdrawn',
  'reaches-back',
  'too-many-holiday-files',
] as const;
export type LoadingRejection = (typeof LOADING_REJECTIONS)[number];

export const WITHDRAWAL_REJECTIONS = ['not-the-office', 'no-such-holidays'] as const;
export type WithdrawalRejection = (typeof WITHDRAWAL_REJECTIONS)[number];

export type HolidaysRejection = LoadingRejection | WithdrawalRejection;

/** Which own holidays; the office makes up the id. */
export class HolidaysRef {
  @IsId() readonly holidaysId!: HolidaysId;
}

/**
 * The office loads the organisation's own holidays and make-up working days, which hold over the calendar of the policy
 * from a day on, the same day unless it is named. A file that is not understood is `malformed`, with the lines and the reasons.
 */
export class LoadHolidays extends HolidaysRef {
  static readonly subject = 'rectification.load-holidays';
  static readonly rejections = LOADING_REJECTIONS;
  @IsText(200) readonly name!: string;
  /** The iCalendar as it stands in its file. */
  @IsAnything(LONGEST_CALENDAR) readonly ical!: string;
  @MayBeAbsent() @IsDay() readonly from?: Day;
}

/** From that day on they hold no more; what was counted by them stays. */
export class WithdrawHolidays extends HolidaysRef {
  static readonly subject = 'rectification.withdraw-holidays';
  static readonly rejections = WITHDRAWAL_REJECTIONS;
  @IsReason() readonly reason!: string;
}
