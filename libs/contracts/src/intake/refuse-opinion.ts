import { IsOneOf, IsReason } from '../fields.js';
import { OFFICE_REJECTIONS } from './opinion-rejections.js';
import { OpinionRef } from './refs.js';
import { REFUSAL_GROUNDS, type RefusalGround } from './words.js';

/** The office will not act on it, and says on what ground and why. */
export class RefuseOpinion extends OpinionRef {
  static readonly subject = 'intake.refuse-opinion';
  static readonly rejections = OFFICE_REJECTIONS;
  @IsOneOf(REFUSAL_GROUNDS) readonly ground!: RefusalGround;
  @IsReason() readonly reason!: string;
}
