import {
  AreById,
  IsBoolean,
  IsCount,
  IsDay,
  IsId,
  IsInstant,
  IsOneOf,
  IsPart,
  IsReason,
  IsText,
  MayBeAbsent,
} from '../fields.js';
import type { CardId, Day, EntryId, Instant, PersonId } from '../values.js';
import { Term } from './term.js';
import {
  CARD_COLOURS,
  CARD_RULES,
  CARD_STATUSES,
  type CardColour,
  type CardRule,
  type CardStatus,
  ESCALATION_KINDS,
  ESCALATION_STATUSES,
  type EscalationKind,
  type EscalationStatus,
  LOOK_BACK_FINDINGS,
  type LookBackFinding,
  OBJECTION_STATUSES,
  type ObjectionStatus,
  REVIEW_OUTCOMES,
  type ReviewOutcome,
} from './words.js';

// What a line of the ledger shows besides the work on it.

/** Who wrote something into a task, and when it happened. */
export class Entry {
  @IsInstant() readonly at!: Instant;
  @MayBeAbsent() @IsId() readonly by?: PersonId;
}

export class Said extends Entry {
  @IsText(20_000) readonly text!: string;
}

export class AppealDecision extends Entry {
  @IsBoolean() readonly upheld!: boolean;
  @IsText(2_000) readonly reason!: string;
}

/** 蓝黄红牌. `dueOn` is the first day on which its rule held, `at` when it was drawn. */
export class CardEntry extends Entry {
  @IsOneOf(CARD_COLOURS) readonly colour!: CardColour;
  @IsOneOf(CARD_RULES) readonly rule!: CardRule;
  @IsOneOf(CARD_STATUSES) readonly status!: CardStatus;
  @IsDay() readonly dueOn!: Day;
  @IsDay() readonly deadline!: Day;
  @IsText(200) readonly policy!: string;
  @IsPart(() => Term) readonly appealBy!: Term;
  @MayBeAbsent() @IsPart(() => Term) readonly counted?: Term;
  @MayBeAbsent() @IsPart(() => Term) readonly answerBy?: Term;
  @MayBeAbsent() @IsReason() readonly reason?: string;
  @MayBeAbsent() @IsPart(() => Said) readonly answer?: Said;
  @MayBeAbsent() @IsPart(() => Said) readonly appeal?: Said;
  @MayBeAbsent() @IsPart(() => AppealDecision) readonly decision?: AppealDecision;
}

export class EscalationAnswer extends Entry {
  @MayBeAbsent() @IsText(2_000) readonly reason?: string;
}

export class CarriedOut extends Entry {
  @IsDay() readonly on!: Day;
  @IsText(20_000) readonly record!: string;
}

/** 约谈, 通报. */
export class EscalationEntry extends Entry {
  @IsOneOf(ESCALATION_KINDS) readonly kind!: EscalationKind;
  @IsOneOf(ESCALATION_STATUSES) readonly status!: EscalationStatus;
  @IsId() readonly cardId!: CardId;
  @IsText(2_000) readonly reason!: string;
  @MayBeAbsent() @IsPart(() => EscalationAnswer) readonly answer?: EscalationAnswer;
  @MayBeAbsent() @IsPart(() => CarriedOut) readonly carriedOut?: CarriedOut;
}

/** 公示: what the public is shown and until when, or on what ground it is not. */
export class NoticeEntry extends Entry {
  @MayBeAbsent() @IsText(20_000) readonly text?: string;
  @MayBeAbsent() @IsPart(() => Term) readonly term?: Term;
  @MayBeAbsent() @IsText(40) readonly ground?: string;
  @MayBeAbsent() @IsText(2_000) readonly reason?: string;
}

export class ObjectionEntry extends Entry {
  /** The close-out request that it speaks against. */
  @IsId() readonly closeOut!: EntryId;
  @IsText(20_000) readonly text!: string;
  @IsOneOf(OBJECTION_STATUSES) readonly status!: ObjectionStatus;
  @MayBeAbsent() @IsPart(() => Said) readonly answer?: Said;
}

/** 回头看. */
export class LookBackEntry extends Entry {
  @IsOneOf(LOOK_BACK_FINDINGS) readonly found!: LookBackFinding;
  @IsText(20_000) readonly seen!: string;
  @IsText(200) readonly where!: string;
  @IsDay() readonly on!: Day;
}

export class ReviewAnswerEntry extends Entry {
  @IsOneOf(REVIEW_OUTCOMES) readonly outcome!: ReviewOutcome;
  @IsText(2_000) readonly reason!: string;
  @MayBeAbsent() @IsText(2_000) readonly criterion?: string;
  /** Absent when it came in time. */
  @MayBeAbsent() @IsCount(1, Number.MAX_SAFE_INTEGER) readonly daysLate?: number;
}

/** 复核. */
export class ReviewEntry extends Entry {
  @IsText(2_000) readonly reason!: string;
  /** The last day for the answer. */
  @IsDay() readonly answerBy!: Day;
  @MayBeAbsent() @IsPart(() => ReviewAnswerEntry) readonly answer?: ReviewAnswerEntry;
}

/** What a row shows of all that, by the ids that were made up for it. */
export class Aftermath {
  @AreById(CardEntry) readonly cards!: Readonly<Record<CardId, CardEntry>>;
  /** The gravest that is in force. */
  @MayBeAbsent() @IsOneOf(CARD_COLOURS) readonly card?: CardColour;
  @AreById(Said) readonly reminders!: Readonly<Record<EntryId, Said>>;
  @AreById(EscalationEntry) readonly escalations!: Readonly<Record<EntryId, EscalationEntry>>;
  @AreById(ObjectionEntry) readonly objections!: Readonly<Record<EntryId, ObjectionEntry>>;
  /** The last day of the public notice that is running, or was the last. */
  @MayBeAbsent() @IsDay() readonly noticeUntil?: Day;
  /** When somebody has to look whether the fix lasted; absent once somebody did. */
  @MayBeAbsent() @IsDay() readonly lookBackOn?: Day;
  @AreById(LookBackEntry) readonly lookBacks!: Readonly<Record<EntryId, LookBackEntry>>;
  @AreById(ReviewEntry) readonly reviews!: Readonly<Record<EntryId, ReviewEntry>>;
}
