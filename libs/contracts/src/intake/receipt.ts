import { ApiProperty } from '@nestjs/swagger';
import { IsCount, IsId, IsInstant, IsOneOf, IsText, MayBeAbsent } from '../fields.js';
import { OUTCOME_LENGTH } from '../outcomes.js';
import type { EntryId, Instant, OpinionId } from '../values.js';
import { Attachment } from './attach-file.js';
import { ReceiptRef } from './refs.js';
import {
  APPRAISALS,
  type Appraisal,
  CHANNELS,
  type Channel,
  OPINION_STATUSES,
  type OpinionStatus,
  REFUSAL_GROUNDS,
  type RefusalGround,
} from './words.js';

export const STEPS = [
  'submitted',
  'acknowledged',
  'redirected',
  'asked',
  'wrote',
  'attached',
  'answered',
  'refused',
  'marked-duplicate',
  'mark-lifted',
  'listed',
  'split',
  'begun',
  'parts-joined',
  'taken-back',
  'moved',
  'told',
  'withdrawn',
  'appraised',
] as const;
export type StepName = (typeof STEPS)[number];

/** When something was, and when it was written down. */
class Dated {
  @IsInstant() readonly happenedAt!: Instant;
  @IsInstant() readonly recordedAt!: Instant;
}

export class Step extends Dated {
  @IsOneOf(STEPS) readonly what!: StepName;
  @MayBeAbsent() @IsText(OUTCOME_LENGTH) readonly text?: string;
}

export class Question extends Dated {
  @IsId() readonly entryId!: EntryId;
  @IsText(20_000) readonly question!: string;
}

export class Refused {
  @IsOneOf(REFUSAL_GROUNDS) readonly ground!: RefusalGround;
  @IsText(500) readonly reason!: string;
}

/** One matter of an opinion that was split, and its way. */
export class PartView {
  @IsId() readonly opinionId!: OpinionId;
  @IsOneOf(OPINION_STATUSES) readonly status!: OpinionStatus;
  @IsText(200) readonly title!: string;
  @IsText(20_000) readonly text!: string;
  @ApiProperty({ type: [Step] }) readonly steps!: readonly Step[];
  /** Those asked since the submitter last wrote. */
  @ApiProperty({ type: [Question] }) readonly questions!: readonly Question[];
  @MayBeAbsent() @IsText(20_000) readonly answer?: string;
  @MayBeAbsent() @ApiProperty({ type: Refused }) readonly refusal?: Refused;
  /** All that was told so far and holds: more may follow as long as the status is not `told`. */
  @MayBeAbsent() @IsText(OUTCOME_LENGTH) readonly outcome?: string;
}

/** All that the submitter may see: every step, with both of its times, and nobody's name. */
export class ReceiptView extends PartView {
  @IsInstant() readonly happenedAt!: Instant;
  @IsInstant() readonly recordedAt!: Instant;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
  @IsOneOf(CHANNELS) readonly channel!: Channel;
  @ApiProperty({ type: [PartView] }) readonly parts!: readonly PartView[];
  /** The files that were added, none of which has a name. */
  @ApiProperty({ type: [Attachment] }) readonly attached!: readonly Attachment[];
  @MayBeAbsent() @IsOneOf(APPRAISALS) readonly appraisal?: Appraisal;
  @MayBeAbsent() @IsText(2_000) readonly comment?: string;
}

/** The opinion as it stands this moment, read from its own stream. */
export class FollowReceipt extends ReceiptRef {
  static readonly subject = 'intake.follow-receipt';
  static readonly reply = ReceiptView;
}
