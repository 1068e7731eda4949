import { Written } from '../command.js';
import { IsBoolean, IsId, IsOneOf, IsText, MayBeAbsent } from '../fields.js';
import type { OpinionId, PostId } from '../values.js';
import { CHANNELS, type Channel } from './words.js';

export const SUBMISSION_REJECTIONS = [
  'channel-is-not-open',
  'nobody-to-sign',
  'key-used-for-another',
] as const;
export type SubmissionRejection = (typeof SUBMISSION_REJECTIONS)[number];

/** Shown once to whoever sent it; kept nowhere. */
export class Submitted extends Written {
  @IsText(40) readonly receipt!: string;
  @IsId() readonly opinionId!: OpinionId;
}

/**
 * Somebody says something. Through OPEN_CHANNELS anyone may, and nothing that identifies them is kept unless they
 * sign; what came another way is entered by the office or a unit.
 */
export class SubmitOpinion {
  static readonly subject = 'intake.submit-opinion';
  static readonly rejections = SUBMISSION_REJECTIONS;
  static readonly reply = Submitted;
  /** The same key from the same sender is the same opinion: sent again, it is answered with the same receipt. */
  @IsText(255) readonly key!: string;
  @IsOneOf(CHANNELS) readonly channel!: Channel;
  @IsText(200) readonly title!: string;
  @IsText(20_000) readonly text!: string;
  @MayBeAbsent() @IsText(200) readonly topic?: string;
  @MayBeAbsent() @IsText(200) readonly place?: string;
  /** The role inbox that it is addressed to. */
  @MayBeAbsent() @IsId() readonly addressedTo?: PostId;
  /** The person of the token is its submitter. */
  @MayBeAbsent() @IsBoolean() readonly signed?: boolean;
  /** With a signature: units are not shown who signed. */
  @MayBeAbsent() @IsBoolean() readonly hidden?: boolean;
}
