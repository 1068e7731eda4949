import { IsId, IsText, MayBeAbsent } from '../fields.js';
import type { EntryId, OpinionId } from '../values.js';
import { TRIAGE_REJECTIONS } from './opinion-rejections.js';
import { QuestionRef, ReceiptRef } from './refs.js';

export const QUESTION_REJECTIONS = [
  ...TRIAGE_REJECTIONS,
  'not-addressed-to-you',
  'entry-id-is-taken',
] as const;
export type QuestionRejection = (typeof QUESTION_REJECTIONS)[number];

/** Whoever handles the opinion asks the submitter, who reads the question under the receipt. */
export class AskSubmitter extends QuestionRef {
  static readonly subject = 'intake.ask-submitter';
  static readonly rejections = QUESTION_REJECTIONS;
  @IsText(20_000) readonly question!: string;
}

export const WRITING_REJECTIONS = [
  'no-such-receipt',
  'entry-id-is-taken',
  'already-refused',
  'already-told',
  'not-a-part-of-the-opinion',
  'part-is-taken-back',
] as const;
export type WritingRejection = (typeof WRITING_REJECTIONS)[number];

/** The submitter replies, adds, or asks back: what was answered is then to be answered once more. */
export class SubmitterWrites extends ReceiptRef {
  static readonly subject = 'intake.submitter-writes';
  static readonly rejections = WRITING_REJECTIONS;
  @IsId() readonly entryId!: EntryId;
  /** About which part of the opinion, when it was split. */
  @MayBeAbsent() @IsId() readonly part?: OpinionId;
  @IsText(20_000) readonly text!: string;
}
