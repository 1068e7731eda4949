import { ApiProperty } from '@nestjs/swagger';
import { AreIds, IsBoolean, IsCount, IsId, IsInstant, IsOneOf, IsText, MayBeAbsent } from '../fields.js';
import { OUTCOME_LENGTH } from '../outcomes.js';
import { Listing, pageOf, Reading } from '../query.js';
import type { CaseId, EntryId, Instant, IssueId, OpinionId, PersonId, PostId } from '../values.js';
import type { Attachment } from './attach-file.js';
import { Refused } from './receipt.js';
import {
  APPRAISALS,
  type Appraisal,
  CHANNELS,
  type Channel,
  OPINION_STATUSES,
  type OpinionStatus,
} from './words.js';

/** A question to the submitter, or what the submitter wrote. */
export type Entry = {
  readonly by: 'desk' | 'submitter';
  readonly text: string;
  readonly happenedAt: Instant;
};

/** What a file is, without a name. */
export type AttachmentSeen = Omit<Attachment, 'entryId'>;

/** An opinion as those who handle it see it: as it stands now. */
export class OpinionRow {
  @IsId() readonly id!: OpinionId;
  @IsId() readonly caseId!: CaseId;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
  @IsOneOf(OPINION_STATUSES) readonly status!: OpinionStatus;
  @IsOneOf(CHANNELS) readonly channel!: Channel;
  @IsText(200) readonly title!: string;
  @IsText(20_000) readonly text!: string;
  @MayBeAbsent() @IsText(200) readonly topic?: string;
  @MayBeAbsent() @IsText(200) readonly place?: string;
  @MayBeAbsent() @IsId() readonly addressedTo?: PostId;
  @MayBeAbsent() @IsId() readonly submitter?: PersonId;
  /** Units are not shown who signed. */
  @MayBeAbsent() @IsBoolean() readonly hidden?: boolean;
  @IsInstant() readonly happenedAt!: Instant;
  @IsInstant() readonly recordedAt!: Instant;
  /** What was asked and written, by entry id. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'object' } })
  readonly entries!: Readonly<Record<EntryId, Entry>>;
  /** The files that the submitter added, by entry id; none of somebody who was erased. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'object' } })
  readonly attached!: Readonly<Record<EntryId, AttachmentSeen>>;
  @MayBeAbsent() @IsText(20_000) readonly answer?: string;
  @MayBeAbsent() @ApiProperty({ type: Refused }) readonly refusal?: Refused;
  @MayBeAbsent() @IsId() readonly duplicateOf?: OpinionId;
  /** Of which opinion it is a part, and into which it was split itself. */
  @MayBeAbsent() @IsId() readonly partOf?: OpinionId;
  @MayBeAbsent() @AreIds(2, 10) readonly parts?: readonly OpinionId[];
  /** As which issue it was listed. */
  @MayBeAbsent() @IsId() readonly issueId?: IssueId;
  /** Whose end it hears: that issue, or another by merging and splitting. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'boolean' } })
  readonly issues!: Readonly<Record<IssueId, true>>;
  /** All that was told so far and holds. */
  @MayBeAbsent() @IsText(OUTCOME_LENGTH) readonly outcome?: string;
  @MayBeAbsent() @IsOneOf(APPRAISALS) readonly appraisal?: Appraisal;
  @MayBeAbsent() @IsText(2_000) readonly comment?: string;
}

export const OPINION_SORTS = ['happenedAt', 'recordedAt'] as const;
export type OpinionSort = (typeof OPINION_SORTS)[number];

/** Who handles opinions looks for some. Sorted by when they happened, the latest first, unless told otherwise. */
export class FindOpinions extends Listing {
  static readonly subject = 'intake.find-opinions';
  static readonly reply = pageOf(OpinionRow);
  @MayBeAbsent() @IsOneOf(OPINION_STATUSES) readonly status?: OpinionStatus;
  @MayBeAbsent() @IsOneOf(CHANNELS) readonly channel?: Channel;
  @MayBeAbsent() @IsText(200) readonly topic?: string;
  @MayBeAbsent() @IsId() readonly addressedTo?: PostId;
  @MayBeAbsent() @IsOneOf(APPRAISALS) readonly appraisal?: Appraisal;
  @MayBeAbsent() @IsOneOf(OPINION_SORTS) readonly sort?: OpinionSort;
}

/** One opinion, for who handles it. */
export class SeeOpinion extends Reading {
  static readonly subject = 'intake.see-opinion';
  static readonly reply = OpinionRow;
  @IsId() readonly opinionId!: OpinionId;
}
