import { IsOneOf, IsText, MayBeAbsent } from '../fields.js';
import { ReceiptRef } from './refs.js';
import { APPRAISALS, type Appraisal } from './words.js';

export const APPRAISAL_REJECTIONS = ['no-such-receipt', 'not-told-yet', 'already-appraised'] as const;
export type AppraisalRejection = (typeof APPRAISAL_REJECTIONS)[number];

/** The submitter judges the outcome, once for each time that one is told. */
export class AppraiseOutcome extends ReceiptRef {
  static readonly subject = 'intake.appraise-outcome';
  static readonly rejections = APPRAISAL_REJECTIONS;
  @IsOneOf(APPRAISALS) readonly appraisal!: Appraisal;
  @MayBeAbsent() @IsText(2_000) readonly comment?: string;
}
