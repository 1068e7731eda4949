import { IsDay, IsText } from '../fields.js';
import type { Day } from '../values.js';
import { EntryRef } from './refs.js';

/** Why nobody says what is missing. */
export const REJECTING_REJECTIONS = [
  'no-such-task',
  'task-is-closed',
  'not-a-verifier',
  'verifier-is-unnamed',
  'verifier-of-a-responsible-unit',
  'verifier-answers-for-the-task',
  'verifier-is-recused',
  'no-such-close-out',
  'close-out-replaced',
  'close-out-already-answered',
] as const;
export type RejectingRejection = (typeof REJECTING_REJECTIONS)[number];

export const VERIFICATION_REJECTIONS = [
  ...REJECTING_REJECTIONS,
  'evidence-changed',
  'close-out-not-signed',
  'seen-in-the-future',
] as const;
export type VerificationRejection = (typeof VERIFICATION_REJECTIONS)[number];

/** Somebody independent saw that it is so, and answers for it with a name. */
export class VerifyCloseOut extends EntryRef {
  static readonly subject = 'rectification.verify-close-out';
  static readonly rejections = VERIFICATION_REJECTIONS;
  @IsText(20_000) readonly seen!: string;
  @IsText(200) readonly where!: string;
  @IsDay() readonly on!: Day;
}

/** Somebody independent saw that something is missing; the work goes on. */
export class RejectCloseOut extends EntryRef {
  static readonly subject = 'rectification.reject-close-out';
  static readonly rejections = REJECTING_REJECTIONS;
  @IsText(2_000) readonly missing!: string;
}
