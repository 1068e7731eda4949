import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsCount, IsDay, IsId, IsInstant, IsOneOf, IsText, MayBeAbsent } from '../fields.js';
import { pageOf } from '../query.js';
import type { CaseId, Day, EntryId, Instant, PersonId, TaskId, UnitId } from '../values.js';
import { DeskListing, ToBeJudged } from './judges.js';
import { EntryRef } from './refs.js';
import { REVIEW_OUTCOMES, type ReviewOutcome } from './words.js';

export const REVIEW_REQUEST_REJECTIONS = [
  'no-such-task',
  'not-the-lead-unit',
  'entry-id-is-taken',
  'task-is-closed',
  'task-is-returned',
  'review-already-asked',
  'review-is-too-late',
] as const;
export type ReviewRequestRejection = (typeof REVIEW_REQUEST_REJECTIONS)[number];

export const REVIEW_ANSWER_REJECTIONS = [
  'no-such-task',
  'not-a-reviewer',
  'reviewer-is-unnamed',
  'reviewer-of-a-responsible-unit',
  'reviewer-answers-for-the-task',
  'reviewer-is-recused',
  'reviewer-is-an-author',
  'no-such-review',
  'review-already-answered',
  'task-is-closed',
  'criterion-is-missing',
  'criterion-is-not-asked-for',
] as const;
export type ReviewAnswerRejection = (typeof REVIEW_ANSWER_REJECTIONS)[number];

/** 复核: the lead unit contests what the task says of it, soon after it was assigned. It makes up the id. */
export class RequestReview extends EntryRef {
  static readonly subject = 'rectification.request-review';
  static readonly rejections = REVIEW_REQUEST_REJECTIONS;
  @IsText(2_000) readonly reason!: string;
}

/** Somebody else than the authors answers. `withdrawn` takes the task back; `changed` names another criterion. */
export class AnswerReview extends EntryRef {
  static readonly subject = 'rectification.answer-review';
  static readonly rejections = REVIEW_ANSWER_REJECTIONS;
  @IsOneOf(REVIEW_OUTCOMES) readonly outcome!: ReviewOutcome;
  @IsText(2_000) readonly reason!: string;
  /** With `changed`, and only then. */
  @MayBeAbsent() @IsText(2_000) readonly criterion?: string;
}

export const REVIEW_STATUSES = ['pending', 'answered'] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** A line on the desk: who contests which task and why, by when it is to be answered, and how it was. */
export class ReviewRow {
  @IsId() readonly id!: EntryId;
  @IsId() readonly caseId!: CaseId;
  @IsId() readonly taskId!: TaskId;
  @IsText(200) readonly title!: string;
  @IsId() readonly leadUnit!: UnitId;
  /** The unit that asked may see its own. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'boolean' } })
  readonly units!: Readonly<Record<UnitId, true>>;
  @IsText(2_000) readonly reason!: string;
  @IsInstant() readonly askedAt!: Instant;
  @MayBeAbsent() @IsId() readonly askedBy?: PersonId;
  /** The last day for the answer, by this policy. */
  @IsDay() readonly answerBy!: Day;
  @IsText(60) readonly policy!: string;
  @IsOneOf(REVIEW_STATUSES) readonly status!: ReviewStatus;
  @MayBeAbsent() @IsOneOf(REVIEW_OUTCOMES) readonly outcome?: ReviewOutcome;
  @MayBeAbsent() @IsInstant() readonly answeredAt?: Instant;
  @MayBeAbsent() @IsId() readonly answeredBy?: PersonId;
  /** Why it was answered so. */
  @MayBeAbsent() @IsText(2_000) readonly answer?: string;
  @MayBeAbsent() @IsText(2_000) readonly criterion?: string;
  /** Absent when it was answered in time. */
  @MayBeAbsent() @IsCount(1, Number.MAX_SAFE_INTEGER) readonly daysLate?: number;
}

/** A line of the desk with who might answer it, as long as it waits. */
export class ReviewOnDesk extends IntersectionType(ReviewRow, ToBeJudged) {}

/** The reviews that the asker may see, what is to be answered first before the others. */
export class ReadReviews extends DeskListing {
  static readonly subject = 'rectification.read-reviews';
  static readonly reply = pageOf(ReviewOnDesk);
  @MayBeAbsent() @IsOneOf(REVIEW_STATUSES) readonly status?: ReviewStatus;
  @MayBeAbsent() @IsOneOf(REVIEW_OUTCOMES) readonly outcome?: ReviewOutcome;
  @MayBeAbsent() @IsId() readonly leadUnit?: UnitId;
  @MayBeAbsent() @IsId() readonly taskId?: TaskId;
}
