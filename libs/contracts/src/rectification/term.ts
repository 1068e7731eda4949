import { IsCount, IsDay, IsText } from '../fields.js';
import type { Day } from '../values.js';

/** Working days that end on a day, and all that it takes to count them once more. */
export class Term {
  @IsDay() readonly from!: Day;
  @IsCount(0, 1_000) readonly workingDays!: number;
  /** The last day of it. */
  @IsDay() readonly to!: Day;
  /** The version of the calendar, and that of the policy. */
  @IsText(1_000) readonly calendar!: string;
  @IsText(200) readonly policy!: string;
}

/** The same in an event. */
export type TermOfEvent = { [Field in keyof Term]: Term[Field] };
