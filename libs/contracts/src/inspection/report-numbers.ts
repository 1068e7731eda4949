import { ApiProperty } from '@nestjs/swagger';
import { IsCode, IsCount, IsDay, IsId, IsOneOf, IsPart, IsPosition, IsText, MayBeAbsent } from '../fields.js';
import type { Severity } from '../intake/words.js';
import type {
  ChecklistId,
  Day,
  FindingId,
  ItemId,
  MessageId,
  OverrideId,
  PersonId,
  Position,
  PracticeId,
  RoundId,
  TeamId,
  UnitId,
  VisitId,
} from '../values.js';
import { Wording } from './checklist.js';
import { FIGURE_KEYS, type FigureKey, NOTE_KINDS, type NoteKind } from './report-words.js';
import { ITEM_RESULTS, type ItemResult, VISIT_KINDS, type VisitKind } from './visit-words.js';

/**
 * The events that a number was counted from. Positions are those of the store in which it was counted; ids are the same
 * in every store. Of a number for which there is no event, `from` and `to` are all that was looked at, and `count` is 0.
 */
export class EventSpan {
  @IsPosition() readonly from!: Position;
  @IsPosition() readonly to!: Position;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly count!: number;
  @ApiProperty({ type: [String] }) readonly types!: readonly string[];
  @MayBeAbsent() @IsId() readonly first?: MessageId;
  @MayBeAbsent() @IsId() readonly last?: MessageId;
}

/** One number, of what it is, and where it comes from. */
export class Figure {
  @IsOneOf(FIGURE_KEYS) readonly key!: FigureKey;
  @MayBeAbsent() @IsId() readonly team?: TeamId;
  @MayBeAbsent() @IsId() readonly unit?: UnitId;
  @MayBeAbsent() @IsOneOf(VISIT_KINDS) readonly kind?: VisitKind;
  @MayBeAbsent() @IsOneOf(ITEM_RESULTS) readonly result?: ItemResult;
  @MayBeAbsent() @IsId() readonly checklistId?: ChecklistId;
  @MayBeAbsent() @IsCount(1, 10_000) readonly checklistVersion?: number;
  @MayBeAbsent() @IsCode() readonly itemId?: ItemId;
  @MayBeAbsent() @IsText(100) readonly severity?: Severity;
  /** Which rule is violated, in the words of who found it. */
  @MayBeAbsent() @IsText(2_000) readonly basis?: string;
  /** What the item asks for, as it was asked last. */
  @MayBeAbsent() @IsPart(() => Wording) readonly text?: Wording;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly value!: number;
  @IsPart(() => EventSpan) readonly events!: EventSpan;
}

/** Something in words, and the event that says it. */
export class ReportNote {
  @IsOneOf(NOTE_KINDS) readonly kind!: NoteKind;
  @IsText(10_000) readonly text!: string;
  @IsId() readonly unit!: UnitId;
  @MayBeAbsent() @IsId() readonly visitId?: VisitId;
  @MayBeAbsent() @IsId() readonly checklistId?: ChecklistId;
  @MayBeAbsent() @IsCode() readonly itemId?: ItemId;
  @MayBeAbsent() @IsId() readonly findingId?: FindingId;
  @MayBeAbsent() @IsText(2_000) readonly basis?: string;
  @MayBeAbsent() @IsId() readonly practiceId?: PracticeId;
  @MayBeAbsent() @IsId() readonly overrideId?: OverrideId;
  /** Who may act in spite of a conflict, from which day to which. */
  @MayBeAbsent() @IsId() readonly person?: PersonId;
  @MayBeAbsent() @IsDay() readonly from?: Day;
  @MayBeAbsent() @IsDay() readonly until?: Day;
  @IsPart(() => EventSpan) readonly events!: EventSpan;
}

export class ReportedChecklist {
  @IsId() readonly checklistId!: ChecklistId;
  @IsCount(1, 10_000) readonly version!: number;
  @IsPart(() => Wording) readonly title!: Wording;
}

export class ReportedTeam {
  @IsId() readonly team!: TeamId;
  @IsText(100) readonly name!: string;
}

/** What a report says of its round besides numbers. */
export class RoundFacts {
  @IsId() readonly roundId!: RoundId;
  @IsText(200) readonly title!: string;
  @IsDay() readonly from!: Day;
  @IsDay() readonly until!: Day;
  @MayBeAbsent() @IsDay() readonly closedOn?: Day;
  @ApiProperty({ type: [ReportedChecklist] }) readonly checklists!: readonly ReportedChecklist[];
  @ApiProperty({ type: [ReportedTeam] }) readonly teams!: readonly ReportedTeam[];
}

/** The numbers of a round as its log had them up to an event, for a day. */
export class ReportNumbers {
  /** By which version of the rule of counting. */
  @IsCount(1, 1_000) readonly rule!: number;
  /** What is late, is late on this day. */
  @IsDay() readonly day!: Day;
  @IsPart(() => RoundFacts) readonly round!: RoundFacts;
  /** All events that anything was counted from. */
  @IsPart(() => EventSpan) readonly events!: EventSpan;
  @ApiProperty({ type: [Figure] }) readonly figures!: readonly Figure[];
  @ApiProperty({ type: [ReportNote] }) readonly notes!: readonly ReportNote[];
}
