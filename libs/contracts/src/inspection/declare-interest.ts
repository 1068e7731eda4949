import { IsDay, IsId, IsReason, MayBeAbsent } from '../fields.js';
import type { Day, InterestId, PersonId, UnitId } from '../values.js';

export const INTEREST_REJECTIONS = [
  'not-yours-to-declare',
  'nobody-with-this-id',
  'no-such-unit',
  'no-such-interest',
  'interest-is-another',
  'ends-before-it-begins',
  'ended-otherwise',
  'reaches-back',
] as const;
export type InterestRejection = (typeof INTEREST_REJECTIONS)[number];

export class InterestRef {
  @IsId() readonly person!: PersonId;
  @IsId() readonly interestId!: InterestId;
}

/** The person, or the office for them, says that they have an interest in a unit. `until` is the last day. */
export class DeclareInterest extends InterestRef {
  static readonly subject = 'inspection.declare-interest';
  static readonly rejections = INTEREST_REJECTIONS;
  @IsId() readonly unit!: UnitId;
  @IsReason() readonly reason!: string;
  @IsDay() readonly from!: Day;
  @MayBeAbsent() @IsDay() readonly until?: Day;
}

/** The interest lasts until that day, which is the last, and not before the day on which that is said. */
export class EndInterest extends InterestRef {
  static readonly subject = 'inspection.end-interest';
  static readonly rejections = INTEREST_REJECTIONS;
  @IsDay() readonly until!: Day;
}
