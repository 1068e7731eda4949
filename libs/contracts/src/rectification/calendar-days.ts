import {
  AreParts,
  IsBoolean,
  IsCount,
  IsDay,
  IsId,
  IsOneOf,
  IsPart,
  IsText,
  MayBeAbsent,
} from '../fields.js';
import { Reading } from '../query.js';
import type { Day, HolidaysId } from '../values.js';

/** Both ends included. */
export class Days {
  @IsDay() readonly from!: Day;
  @IsDay() readonly to!: Day;
}

export class NameInBoth {
  @IsText(2_000) readonly en!: string;
  @IsText(2_000) readonly zh!: string;
}

export const SPECIAL_KINDS = ['holiday', 'worked'] as const;
export type SpecialKind = (typeof SPECIAL_KINDS)[number];

/** `week`: its weekday tells, and nothing else. */
export const DAY_REASONS = ['week', ...SPECIAL_KINDS] as const;
export type DayReason = (typeof DAY_REASONS)[number];

/** One day: whether it is worked, and what says so. */
export class CalendarDay {
  @IsDay() readonly day!: Day;
  @IsBoolean() readonly worked!: boolean;
  @IsOneOf(DAY_REASONS) readonly because!: DayReason;
  /** Of the holiday; of a make-up day, the holiday that it belongs to. */
  @MayBeAbsent() @IsPart(() => NameInBoth) readonly name?: NameInBoth;
}

/** Own holidays that hold: from which day on, and the version of their file. */
export class HolidayFile {
  @IsId() readonly id!: HolidaysId;
  @IsText(200) readonly name!: string;
  @IsDay() readonly from!: Day;
  @IsText(100) readonly version!: string;
}

/** Which days are worked, by what is counted today. */
export class CalendarDays {
  /** By name of the IANA; a day begins there at midnight. */
  @IsText(100) readonly timeZone!: string;
  @IsText(1_000) readonly version!: string;
  /** Outside of it, holidays may still be announced. */
  @IsPart(() => Days) readonly published!: Days;
  @AreParts(() => HolidayFile, 0, 10) readonly holidays!: readonly HolidayFile[];
  @AreParts(() => CalendarDay, 0, 1_000) readonly days!: readonly CalendarDay[];
}

/** At a time. */
export const MOST_CALENDAR_DAYS = 400;

export class ReadCalendar extends Reading {
  static readonly subject = 'rectification.read-calendar';
  static readonly reply = CalendarDays;
  @IsDay() readonly from!: Day;
  @IsDay() readonly to!: Day;
}

/** Holidays, or make-up days, that lay on the way of a sum. */
export class SpecialDays extends Days {
  @IsOneOf(SPECIAL_KINDS) readonly kind!: SpecialKind;
  @IsPart(() => NameInBoth) readonly name!: NameInBoth;
}

/** So many working days after a day, how that came about, and the same as a sentence in either language. */
export class WorkingDaysSum extends Days {
  @IsCount(0, 1_000) readonly workingDays!: number;
  @IsText(1_000) readonly calendar!: string;
  @AreParts(() => SpecialDays, 0, 1_000) readonly special!: readonly SpecialDays[];
  /** The part of the way whose holidays nobody has announced yet. */
  @AreParts(() => Days, 0, 2) readonly unpublished!: readonly Days[];
  @IsText(10_000) readonly en!: string;
  @IsText(10_000) readonly zh!: string;
}

/** By the calendar of a version that something was recorded with, else by that of today. The first working day after `from` is day 1. */
export class AddWorkingDays extends Reading {
  static readonly subject = 'rectification.add-working-days';
  static readonly reply = WorkingDaysSum;
  @IsDay() readonly from!: Day;
  @IsCount(0, 1_000) readonly add!: number;
  @MayBeAbsent() @IsText(1_000) readonly calendar?: string;
}
