import { IsText } from '../fields.js';
import { TRIAGE_REJECTIONS } from './opinion-rejections.js';
import { OpinionRef } from './refs.js';

export const ANSWER_REJECTIONS = [...TRIAGE_REJECTIONS, 'not-addressed-to-you'] as const;
export type AnswerRejection = (typeof ANSWER_REJECTIONS)[number];

/** The office, or who holds the post that it is addressed to, answers. */
export class AnswerOpinion extends OpinionRef {
  static readonly subject = 'intake.answer-opinion';
  static readonly rejections = ANSWER_REJECTIONS;
  @IsText(20_000) readonly answer!: string;
}
