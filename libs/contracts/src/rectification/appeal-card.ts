import { IsBoolean, IsReason } from '../fields.js';
import { CardRef } from './refs.js';

export const APPEAL_REJECTIONS = [
  'no-such-task',
  'not-the-lead-unit',
  'no-such-card',
  'already-appealed',
  'card-not-in-force',
  'appeal-is-too-late',
] as const;
export type AppealRejection = (typeof APPEAL_REJECTIONS)[number];

/** The lead unit says why it should not have this card; once, until the term ends. The card stays in force meanwhile. */
export class AppealCard extends CardRef {
  static readonly subject = 'rectification.appeal-card';
  static readonly rejections = APPEAL_REJECTIONS;
  @IsReason() readonly reason!: string;
}

export const APPEAL_DECISION_REJECTIONS = [
  'no-such-task',
  'not-the-office',
  'officer-is-unnamed',
  'no-such-card',
  'not-appealed',
  'appeal-already-decided',
  'card-not-in-force',
  'decider-drew-the-card',
] as const;
export type AppealDecisionRejection = (typeof APPEAL_DECISION_REJECTIONS)[number];

/** The office, or the leading group, decides by somebody who did not draw the card. Upheld: the card is withdrawn. */
export class DecideAppeal extends CardRef {
  static readonly subject = 'rectification.decide-appeal';
  static readonly rejections = APPEAL_DECISION_REJECTIONS;
  @IsBoolean() readonly upheld!: boolean;
  @IsReason() readonly reason!: string;
}
