import { ApiProperty } from '@nestjs/swagger';
import { IsCount, IsDay, IsId, IsInstant, IsOneOf, IsReason, IsText, MayBeAbsent } from '../fields.js';
import { Listing, pageOf } from '../query.js';
import type { CaseId, Day, ExtensionId, Instant, PersonId, TaskId, UnitId } from '../values.js';
import { TaskRef } from './refs.js';

export const EXTENSION_REQUEST_REJECTIONS = [
  'no-such-task',
  'not-the-lead-unit',
  'extension-id-is-taken',
  'task-is-returned',
  'task-is-closed',
  'another-extension-is-pending',
  'deadline-has-passed',
  'not-later-than-the-deadline',
] as const;
export type ExtensionRequestRejection = (typeof EXTENSION_REQUEST_REJECTIONS)[number];

export const EXTENSION_REFUSAL_REJECTIONS = [
  'no-such-task',
  'not-the-office',
  'no-such-extension',
  'extension-already-answered',
  'extension-lapsed',
] as const;
export type ExtensionRefusalRejection = (typeof EXTENSION_REFUSAL_REJECTIONS)[number];

export const EXTENSION_ANSWER_REJECTIONS = [
  ...EXTENSION_REFUSAL_REJECTIONS,
  'needs-the-leading-group',
] as const;
export type ExtensionAnswerRejection = (typeof EXTENSION_ANSWER_REJECTIONS)[number];

/** Which extension of which task; the lead unit makes up the id when it asks. */
export class ExtensionRef extends TaskRef {
  @IsId() readonly extensionId!: ExtensionId;
}

/** The lead unit asks for more time, with a cause and a new day. */
export class RequestExtension extends ExtensionRef {
  static readonly subject = 'rectification.request-extension';
  static readonly rejections = EXTENSION_REQUEST_REJECTIONS;
  @IsDay() readonly until!: Day;
  @IsReason() readonly reason!: string;
}

/** The office moves the deadline to the day that was asked for; the leading group, however far that is. */
export class GrantExtension extends ExtensionRef {
  static readonly subject = 'rectification.grant-extension';
  static readonly rejections = EXTENSION_ANSWER_REJECTIONS;
}

export class RefuseExtension extends ExtensionRef {
  static readonly subject = 'rectification.refuse-extension';
  static readonly rejections = EXTENSION_REFUSAL_REJECTIONS;
  @IsReason() readonly reason!: string;
}

/** `lapsed`: the task went out of the hands of the lead unit before there was an answer. */
export const EXTENSION_STATUSES = ['pending', 'granted', 'refused', 'lapsed'] as const;
export type ExtensionStatus = (typeof EXTENSION_STATUSES)[number];

/** A line on the office's desk: who asks since when for how much longer, and what was answered. */
export class ExtensionRow {
  @IsId() readonly id!: ExtensionId;
  @IsId() readonly caseId!: CaseId;
  @IsId() readonly taskId!: TaskId;
  @IsText(200) readonly title!: string;
  @IsId() readonly leadUnit!: UnitId;
  /** The lead unit may see its own requests. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'boolean' } })
  readonly units!: Readonly<Record<UnitId, true>>;
  /** As it was when more time was asked for. */
  @IsDay() readonly deadline!: Day;
  @IsDay() readonly until!: Day;
  /** Days from the first deadline to the day that is asked for. */
  @IsCount(1, Number.MAX_SAFE_INTEGER) readonly daysInAll!: number;
  @IsReason() readonly reason!: string;
  @IsInstant() readonly askedAt!: Instant;
  @MayBeAbsent() @IsId() readonly askedBy?: PersonId;
  @IsOneOf(EXTENSION_STATUSES) readonly status!: ExtensionStatus;
  @MayBeAbsent() @IsInstant() readonly answeredAt?: Instant;
  @MayBeAbsent() @IsId() readonly answeredBy?: PersonId;
  @MayBeAbsent() @IsReason() readonly refusal?: string;
}

export const EXTENSION_SORTINGS = ['askedAt', 'deadline'] as const;
export type ExtensionSorting = (typeof EXTENSION_SORTINGS)[number];

/** The requests that the asker may see, the oldest first unless another order is asked for. */
export class ReadExtensions extends Listing {
  static readonly subject = 'rectification.read-extensions';
  static readonly reply = pageOf(ExtensionRow);
  @MayBeAbsent() @IsOneOf(EXTENSION_STATUSES) readonly status?: ExtensionStatus;
  @MayBeAbsent() @IsId() readonly leadUnit?: UnitId;
  @MayBeAbsent() @IsId() readonly taskId?: TaskId;
  @MayBeAbsent() @IsOneOf(EXTENSION_SORTINGS) readonly sort?: ExtensionSorting;
}
