import { IsDay, IsId, IsReason } from '../fields.js';
import type { Day, OverrideId, PersonId, UnitId } from '../values.js';

export const OVERRIDE_REJECTIONS = [
  'not-the-office',
  'not-for-oneself',
  'giver-is-recused',
  'nothing-to-override',
  'no-such-override',
  'override-is-another',
  'ends-before-it-begins',
  'ended-otherwise',
  'reaches-back',
] as const;
export type OverrideRejection = (typeof OVERRIDE_REJECTIONS)[number];

export class OverrideRef {
  @IsId() readonly person!: PersonId;
  @IsId() readonly overrideId!: OverrideId;
}

/**
 * The office lets somebody act for a unit on those days in spite of what is known to speak against it, and says why.
 * Another conflict than those that are known now is not lifted.
 */
export class OverrideRecusal extends OverrideRef {
  static readonly subject = 'inspection.override-recusal';
  static readonly rejections = OVERRIDE_REJECTIONS;
  @IsId() readonly unit!: UnitId;
  @IsReason() readonly reason!: string;
  @IsDay() readonly from!: Day;
  @IsDay() readonly until!: Day;
}

/** The leave lasts until that day only, which is the last. */
export class EndOverride extends OverrideRef {
  static readonly subject = 'inspection.end-override';
  static readonly rejections = OVERRIDE_REJECTIONS;
  @IsDay() readonly until!: Day;
}
