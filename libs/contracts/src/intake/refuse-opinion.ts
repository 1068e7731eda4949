import { IsOneOf, IsReason } from '../fields.js';
import { TRIAGE_REJECTIONS } from './opinion.rejections.js';
import { OpinionRef } from './refs.js';
import { REFUSAL_GROUNDS, type RefusalGround } from './words.js';

export const REFUSAL_REJECTIONS = [...TRIAGE_REJECTIONS, 'not-the-office'] as const;
export type RefusalRejection = (typeof REFUSAL_REJECTIONS)[number];

/** The office will not act on it, and says on what ground and why. */
export class RefuseOpinion extends OpinionRef {
  static readonly subject = 'intake.refuse-opinion';
  static readonly rejections = REFUSAL_REJECTIONS;
  @IsOneOf(REFUSAL_GROUNDS) readonly ground!: RefusalGround;
  @IsReason() readonly reason!: string;
}
