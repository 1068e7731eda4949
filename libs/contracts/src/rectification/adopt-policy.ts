import { IsDay, IsId, IsReason } from '../fields.js';
import type { Day, PolicyId } from '../values.js';
import { PolicyFigures } from './policy.js';

export const ADOPTION_REJECTIONS = [
  'not-the-office',
  'policy-id-is-taken',
  'reaches-back',
  'named-twice',
  'name-changes-meaning',
  'week-off-is-official',
  'no-day-is-worked',
] as const;
export type AdoptionRejection = (typeof ADOPTION_REJECTIONS)[number];

/** Which policy; the office makes up the id. Its version is given to it when it is adopted. */
export class PolicyRef {
  @IsId() readonly policyId!: PolicyId;
}

/** The office sets all figures anew from a day on, and says why. What was decided before stays as it was decided. */
export class AdoptPolicy extends PolicyFigures {
  static readonly subject = 'rectification.adopt-policy';
  static readonly rejections = ADOPTION_REJECTIONS;
  @IsId() readonly policyId!: PolicyId;
  @IsDay() readonly from!: Day;
  @IsReason() readonly reason!: string;
}
