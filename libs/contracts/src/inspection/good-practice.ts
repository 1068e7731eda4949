import { IsBoolean, IsId, IsInstant, IsReason, IsText, MayBeAbsent } from '../fields.js';
import { Listing, pageOf } from '../query.js';
import type { Instant, PersonId, PracticeId, RoundId, UnitId, VisitId } from '../values.js';
import { VisitRef } from './plan-visit.js';

const NOTING_REJECTIONS = [
  'no-such-visit',
  'visit-not-open',
  'visit-is-cancelled',
  'visit-is-missed',
  'not-an-inspector-of-the-visit',
  'not-in-the-team',
  'recused',
  'practice-is-another',
] as const;
const WITHDRAWAL_REJECTIONS = ['no-such-practice', 'practice-is-withdrawn', 'not-yours-to-withdraw'] as const;
export type NotingRejection = (typeof NOTING_REJECTIONS)[number];
export type WithdrawalRejection = (typeof WITHDRAWAL_REJECTIONS)[number];
export type PracticeRejection = NotingRejection | WithdrawalRejection;

export class PracticeRef extends VisitRef {
  @IsId() readonly practiceId!: PracticeId;
}

/** What a unit does well, by who saw it: an inspector of the visit, or the head of the team. */
export class NoteGoodPractice extends PracticeRef {
  static readonly subject = 'inspection.note-good-practice';
  static readonly rejections = NOTING_REJECTIONS;
  @IsText(2_000) readonly text!: string;
}

/** By who noted it, the head of the team or the office. What was noted stays in the history. */
export class WithdrawGoodPractice extends PracticeRef {
  static readonly subject = 'inspection.withdraw-good-practice';
  static readonly rejections = WITHDRAWAL_REJECTIONS;
  @IsReason() readonly reason!: string;
}

export class PracticeRow {
  @IsId() readonly id!: PracticeId;
  @IsId() readonly visitId!: VisitId;
  @MayBeAbsent() @IsId() readonly roundId?: RoundId;
  @IsId() readonly unit!: UnitId;
  @IsText(2_000) readonly text!: string;
  @IsInstant() readonly notedAt!: Instant;
  @MayBeAbsent() @IsId() readonly by?: PersonId;
  @IsBoolean() readonly isWithdrawn!: boolean;
  @MayBeAbsent() @IsReason() readonly reason?: string;
}

/** The last first. A unit sees its own. */
export class ListPractices extends Listing {
  static readonly subject = 'inspection.list-practices';
  static readonly reply = pageOf(PracticeRow);
  @MayBeAbsent() @IsId() readonly roundId?: RoundId;
  @MayBeAbsent() @IsId() readonly visitId?: VisitId;
  @MayBeAbsent() @IsId() readonly unit?: UnitId;
}
