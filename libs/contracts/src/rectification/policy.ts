import {
  AreCodes,
  AreOf,
  AreParts,
  IsCode,
  IsCount,
  IsOneOf,
  IsPart,
  IsText,
  MayBeAbsent,
} from '../fields.js';
import { WEEKDAYS, type Weekday } from '../values.js';
import { CARD_COLOURS, type CardColour, ESCALATION_KINDS, type EscalationKind } from './words.js';

// The figures by which rules decide. Where they come from is the table "A task's way" of the regulation; the default ones
// are in services/rectification/src/policy/default-policy.ts. Days are calendar days unless they are called working days.

/** `timed`: the timer draws its cards; `none`: only the office does, as for what has no end. */
export const TIMED_OR_NOT = ['timed', 'none'] as const;
export type TimedOrNot = (typeof TIMED_OR_NOT)[number];

/** 立行立改/限期/长期. A kind of task, by a code of its own and a name in both languages. */
export class TaskTypePolicy {
  @IsCode() readonly name!: string;
  @IsText(60) readonly en!: string;
  @IsText(60) readonly zh!: string;
  /** The deadline when the office names none: so many working days after the day of assignment. Absent: it must name one. */
  @MayBeAbsent() @IsCount(1, 1_000) readonly workingDays?: number;
  @IsOneOf(TIMED_OR_NOT) readonly cards!: TimedOrNot;
}

/** How grave an issue is. */
export class SeverityPolicy {
  @IsCode() readonly name!: string;
  @IsText(60) readonly en!: string;
  @IsText(60) readonly zh!: string;
}

export class ReturnPolicy {
  /** After the day of assignment: until then the lead unit may return the task. 0 is on that day only. */
  @IsCount(0, 250) readonly withinWorkingDays!: number;
}

export class ExtensionPolicy {
  /** Beyond the first deadline, in all: so much the office grants by itself. */
  @IsCount(0, 1_000) readonly officeMayAddDays!: number;
}

export class CardPolicy {
  /** Near due: so many working days before the deadline. 0 is on the day itself. */
  @IsCount(0, 250) readonly blueWithinWorkingDays!: number;
  /** Long overdue: so many working days after the deadline. */
  @IsCount(1, 250) readonly redAfterWorkingDays!: number;
  /** After the day on which a yellow card was drawn; unanswered by then, it turns red. */
  @IsCount(1, 250) readonly answerYellowWithinWorkingDays!: number;
  /** After the day on which a card was drawn. */
  @IsCount(0, 250) readonly appealWithinWorkingDays!: number;
}

export const APPROVERS = ['leading-group', 'office'] as const;
export type Approver = (typeof APPROVERS)[number];

/** Who must approve. With `office`, that is still another person than the one who proposed it. */
export class ApprovalPolicy {
  @IsOneOf(APPROVERS) readonly formalTalk!: Approver;
  @IsOneOf(APPROVERS) readonly circular!: Approver;
  /** Of more time than the office grants by itself. With `office`, it grants as much as is asked for. */
  @IsOneOf(APPROVERS) readonly extensionBeyond!: Approver;
}

/** 约谈, 通报. */
export class EscalationPolicy {
  /** In their order: a step is open once the one before it was carried out, the first from a card on. */
  @AreOf(ESCALATION_KINDS) readonly steps!: readonly EscalationKind[];
  /** Of this colour, or above. */
  @IsOneOf(CARD_COLOURS) readonly after!: CardColour;
}

/** 公示. */
export class NoticePolicy {
  /** After the day of publication. */
  @IsCount(1, 250) readonly workingDays!: number;
  /** Grounds on which it may be left out. */
  @AreCodes(20) readonly skipGrounds!: readonly string[];
}

/** 回头看. */
export class LookBackPolicy {
  /** After the closing. */
  @IsCount(1, 120) readonly afterMonths!: number;
}

/** 复核. */
export class ReviewPolicy {
  /** After the day of assignment. */
  @IsCount(1, 1_000) readonly askWithinDays!: number;
  /** After the day on which the review was asked for. */
  @IsCount(1, 1_000) readonly answerWithinDays!: number;
}

/** `china`: the official calendar with its make-up days; `week`: nothing but the week. Own holidays come on top. */
export const CALENDAR_BASES = ['china', 'week'] as const;
export type CalendarBase = (typeof CALENDAR_BASES)[number];

export class CalendarPolicy {
  @IsOneOf(CALENDAR_BASES) readonly base!: CalendarBase;
  /** With `week` only; absent: Saturday and Sunday. */
  @MayBeAbsent() @AreOf(WEEKDAYS) readonly weeklyOff?: readonly Weekday[];
}

/** All figures together: what is adopted is always the whole of it. */
export class PolicyFigures {
  @AreParts(() => TaskTypePolicy, 1, 50) readonly taskTypes!: readonly TaskTypePolicy[];
  /** In rising order. */
  @AreParts(() => SeverityPolicy, 1, 20) readonly severities!: readonly SeverityPolicy[];
  @IsPart(() => ReturnPolicy) readonly return!: ReturnPolicy;
  @IsPart(() => ExtensionPolicy) readonly extension!: ExtensionPolicy;
  @IsPart(() => CardPolicy) readonly cards!: CardPolicy;
  @IsPart(() => ApprovalPolicy) readonly approvals!: ApprovalPolicy;
  @IsPart(() => EscalationPolicy) readonly escalation!: EscalationPolicy;
  @IsPart(() => NoticePolicy) readonly notice!: NoticePolicy;
  @IsPart(() => LookBackPolicy) readonly lookBack!: LookBackPolicy;
  @IsPart(() => ReviewPolicy) readonly review!: ReviewPolicy;
  @IsPart(() => CalendarPolicy) readonly calendar!: CalendarPolicy;
}

/** The figures under the name by which all that is decided by them is recorded: the same version never says anything else. */
export class Policy extends PolicyFigures {
  @IsText(60) readonly version!: string;
}
