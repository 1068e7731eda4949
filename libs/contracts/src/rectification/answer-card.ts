import { IsText } from '../fields.js';
import { CardRef } from './refs.js';

export const CARD_ANSWER_REJECTIONS = [
  'no-such-task',
  'not-the-lead-unit',
  'no-such-card',
  'card-already-answered',
  'card-not-in-force',
  'answer-is-too-late',
] as const;
export type CardAnswerRejection = (typeof CARD_ANSWER_REJECTIONS)[number];

/** The lead unit says what it does about a card; to a yellow one until its term ends. */
export class AnswerCard extends CardRef {
  static readonly subject = 'rectification.answer-card';
  static readonly rejections = CARD_ANSWER_REJECTIONS;
  @IsText(20_000) readonly text!: string;
}
