import { ROLES, type Role } from '../envelope.js';
import {
  AreParts,
  IsBoolean,
  IsCount,
  IsDay,
  IsId,
  IsInstant,
  IsOneOf,
  IsPart,
  IsText,
  MayBeAbsent,
} from '../fields.js';
import { Reading } from '../query.js';
import type { CardId, Day, Instant, PersonId, TaskId } from '../values.js';
import { NameInBoth, WorkingDaysSum } from './calendar-days.js';
import { Term } from './term.js';
import { CARD_COLOURS, CARD_RULES, type CardColour, type CardRule } from './words.js';

/** An event of the task that something rests on. */
export class Cause {
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
  @IsText(100) readonly type!: string;
  @IsInstant() readonly happenedAt!: Instant;
  @IsInstant() readonly recordedAt!: Instant;
  @IsOneOf(ROLES) readonly role!: Role;
  @MayBeAbsent() @IsId() readonly by?: PersonId;
}

/** A figure of the policy, by its place in it: `cards.redAfterWorkingDays`. */
export class NamedFigure {
  @IsText(100) readonly name!: string;
  @IsCount(0, 1_000) readonly value!: number;
}

/** What was recorded otherwise than it comes out now; a text that is empty stands for nothing at all. */
export class Difference {
  @IsText(100) readonly what!: string;
  @IsText(20_000) readonly recorded!: string;
  @IsText(20_000) readonly recomputed!: string;
}

export const VERSIONED = ['policy', 'calendar'] as const;
export type Versioned = (typeof VERSIONED)[number];

/** A version that is not at hand any more. */
export class Missing {
  @IsOneOf(VERSIONED) readonly what!: Versioned;
  @IsText(1_000) readonly version!: string;
}

/** How something came about: told, with the figures and events that it rests on, and computed once more from those. */
export class Explanation {
  @IsPart(() => NameInBoth) readonly text!: NameInBoth;
  /** The versions that it was recorded with; absent where nothing was counted. */
  @MayBeAbsent() @IsText(60) readonly policy?: string;
  @MayBeAbsent() @IsText(1_000) readonly calendar?: string;
  @AreParts(() => NamedFigure, 0, 10) readonly figures!: readonly NamedFigure[];
  @AreParts(() => Cause, 1, 10) readonly events!: readonly Cause[];
  @MayBeAbsent() @IsPart(() => WorkingDaysSum) readonly sum?: WorkingDaysSum;
  /** Whether all of it was computed once more and came out as it was recorded. */
  @IsBoolean() readonly agrees!: boolean;
  @AreParts(() => Difference, 0, 50) readonly differences!: readonly Difference[];
  /** What was counted by these is not guessed. */
  @AreParts(() => Missing, 0, 4) readonly notAtHand!: readonly Missing[];
}

export class CardExplanation extends Explanation {
  @IsId() readonly cardId!: CardId;
  @IsOneOf(CARD_COLOURS) readonly colour!: CardColour;
  @IsOneOf(CARD_RULES) readonly rule!: CardRule;
  @IsDay() readonly deadline!: Day;
  @IsDay() readonly dueOn!: Day;
  @IsDay() readonly drawnOn!: Day;
  @IsPart(() => Term) readonly appealBy!: Term;
  @MayBeAbsent() @IsPart(() => Term) readonly answerBy?: Term;
}

export class DeadlineExplanation extends Explanation {
  @IsDay() readonly deadline!: Day;
  /** As it was assigned to the lead unit that there is now. */
  @IsDay() readonly firstDeadline!: Day;
}

/** Why there is this card; for whoever may see the task. */
export class ExplainCard extends Reading {
  static readonly subject = 'rectification.explain-card';
  static readonly reply = CardExplanation;
  @IsId() readonly taskId!: TaskId;
  @IsId() readonly cardId!: CardId;
}

/** Why the deadline is the day that it is; for whoever may see the task. */
export class ExplainDeadline extends Reading {
  static readonly subject = 'rectification.explain-deadline';
  static readonly reply = DeadlineExplanation;
  @IsId() readonly taskId!: TaskId;
}
