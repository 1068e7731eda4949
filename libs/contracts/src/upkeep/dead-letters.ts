import { ApiProperty } from '@nestjs/swagger';
import { IsCount, IsId, IsReason, MayBeAbsent } from '../fields.js';
import { PAGE_LIMIT } from '../query.js';
import type { CaseId, Instant, LetterId, MessageId } from '../values.js';

/** The services that react to events: each keeps the ones that it gave up. */
export const REACTING = ['directory', 'intake', 'rectification', 'inspection'] as const;
export type Reacting = (typeof REACTING)[number];

/** An event that a reaction gave up, as far as an operator may know it: nothing of what it says. */
export class DeadLetter {
  @IsId() readonly id!: LetterId;
  @ApiProperty({ type: String }) readonly service!: string;
  @ApiProperty({ type: String }) readonly reaction!: string;
  /** By its name; what it said more could quote what people wrote. */
  @ApiProperty({ type: String }) readonly error!: string;
  @ApiProperty({ type: 'integer' }) readonly attempts!: number;
  @ApiProperty({ type: String, format: 'date-time' }) readonly givenUpAt!: Instant;
  /** These are absent when what came was no event. */
  @ApiProperty({ type: String, required: false }) readonly type?: string;
  @ApiProperty({ type: String, required: false }) readonly eventId?: MessageId;
  @ApiProperty({ type: String, required: false }) readonly caseId?: CaseId;
  @ApiProperty({ type: String, format: 'date-time', required: false }) readonly recordedAt?: Instant;
}

/** The oldest first; `more` when there are others behind them. */
export class DeadLetters {
  @ApiProperty({ type: [DeadLetter] }) readonly letters!: readonly DeadLetter[];
  @ApiProperty({ type: Boolean }) readonly more!: boolean;
}

/** Which one; derived from the reaction and the event, so that it is the same when the event is given up again. */
export class LetterRef {
  @IsId() readonly letterId!: LetterId;
}

export const LETTER_REJECTIONS = [
  'not-the-operator',
  'no-such-letter',
  'letter-cannot-be-read',
  'failed-again',
] as const;
export type LetterRejection = (typeof LETTER_REJECTIONS)[number];

/** With the reason, which is kept. */
export class LetterDropped extends LetterRef {
  @IsReason() readonly reason!: string;
}

export class FindLetters {
  @MayBeAbsent() @IsCount(1, PAGE_LIMIT) readonly limit?: number;
}

// Each service has subjects of its own, and nobody answers for another.

export class FindDirectoryLetters extends FindLetters {
  static readonly subject = 'directory.find-dead-letters';
  static readonly reply = DeadLetters;
}

export class RequeueDirectoryLetter extends LetterRef {
  static readonly subject = 'directory.requeue-dead-letter';
  static readonly rejections = LETTER_REJECTIONS;
}

export class DropDirectoryLetter extends LetterDropped {
  static readonly subject = 'directory.drop-dead-letter';
  static readonly rejections = LETTER_REJECTIONS;
}

export class FindIntakeLetters extends FindLetters {
  static readonly subject = 'intake.find-dead-letters';
  static readonly reply = DeadLetters;
}

export class RequeueIntakeLetter extends LetterRef {
  static readonly subject = 'intake.requeue-dead-letter';
  static readonly rejections = LETTER_REJECTIONS;
}

export class DropIntakeLetter extends LetterDropped {
  static readonly subject = 'intake.drop-dead-letter';
  static readonly rejections = LETTER_REJECTIONS;
}

export class FindRectificationLetters extends FindLetters {
  static readonly subject = 'rectification.find-dead-letters';
  static readonly reply = DeadLetters;
}

export class RequeueRectificationLetter extends LetterRef {
  static readonly subject = 'rectification.requeue-dead-letter';
  static readonly rejections = LETTER_REJECTIONS;
}

export class DropRectificationLetter extends LetterDropped {
  static readonly subject = 'rectification.drop-dead-letter';
  static readonly rejections = LETTER_REJECTIONS;
}

export class FindInspectionLetters extends FindLetters {
  static readonly subject = 'inspection.find-dead-letters';
  static readonly reply = DeadLetters;
}

export class RequeueInspectionLetter extends LetterRef {
  static readonly subject = 'inspection.requeue-dead-letter';
  static readonly rejections = LETTER_REJECTIONS;
}

export class DropInspectionLetter extends LetterDropped {
  static readonly subject = 'inspection.drop-dead-letter';
  static readonly rejections = LETTER_REJECTIONS;
}

export const FIND_LETTERS = {
  directory: FindDirectoryLetters,
  intake: FindIntakeLetters,
  rectification: FindRectificationLetters,
  inspection: FindInspectionLetters,
} as const satisfies Record<Reacting, unknown>;

export const REQUEUE_LETTER = {
  directory: RequeueDirectoryLetter,
  intake: RequeueIntakeLetter,
  rectification: RequeueRectificationLetter,
  inspection: RequeueInspectionLetter,
} as const satisfies Record<Reacting, unknown>;

export const DROP_LETTER = {
  directory: DropDirectoryLetter,
  intake: DropIntakeLetter,
  rectification: DropRectificationLetter,
  inspection: DropInspectionLetter,
} as const satisfies Record<Reacting, unknown>;
