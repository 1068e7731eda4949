import { ApiProperty } from '@nestjs/swagger';
import {
  AreById,
  AreIds,
  AreParts,
  IsBoolean,
  IsCode,
  IsCount,
  IsDay,
  IsId,
  IsInstant,
  IsOneOf,
  IsPart,
  IsReason,
  IsSha256,
  IsText,
  MayBeAbsent,
} from '../fields.js';
import type { Severity } from '../intake/words.js';
import { Reading } from '../query.js';
import type {
  CaseId,
  Day,
  EntryId,
  ExtensionId,
  FindingId,
  Instant,
  IssueId,
  MeasureId,
  PersonId,
  Sha256,
  TaskId,
  UnitId,
} from '../values.js';
import { EvidenceFile } from './evidence-file.js';
import { EXTENSION_STATUSES, type ExtensionStatus } from './extend-deadline.js';
import { PlannedMeasure } from './plan-measures.js';
import { UnfinishedMeasure } from './request-close-out.js';
import { Aftermath, Entry, NoticeEntry } from './task-entries.js';
import { Term } from './term.js';
import {
  CLOSE_OUT_STATUSES,
  type CloseOutStatus,
  ISSUE_CHANNELS,
  type IssueChannel,
  type Signature,
  SIGNATURES,
  TASK_STATUSES,
  type TaskStatus,
  type TaskType,
} from './words.js';

export class MeasureEntry extends PlannedMeasure {
  @MayBeAbsent() @IsInstant() readonly doneAt?: Instant;
}

export class ProgressEntry extends Entry {
  @IsId() readonly unit!: UnitId;
  @IsText(20_000) readonly text!: string;
  @AreIds(0, 50) readonly done!: readonly MeasureId[];
}

export class EvidenceEntry extends Entry {
  @IsId() readonly unit!: UnitId;
  @IsText(20_000) readonly note!: string;
  @IsSha256() readonly sha256!: Sha256;
  @MayBeAbsent() @IsPart(() => EvidenceFile) readonly file?: EvidenceFile;
}

/** What an independent person found of a close-out request: that it is so, or what is missing. */
export class CloseOutAnswer extends Entry {
  @MayBeAbsent() @IsText(20_000) readonly seen?: string;
  @MayBeAbsent() @IsText(200) readonly where?: string;
  @MayBeAbsent() @IsDay() readonly on?: Day;
  @MayBeAbsent() @IsText(2_000) readonly missing?: string;
}

export class CloseOutEntry extends Entry {
  @IsOneOf(CLOSE_OUT_STATUSES) readonly status!: CloseOutStatus;
  @IsText(20_000) readonly summary!: string;
  @ApiProperty({ type: [String] }) readonly evidence!: readonly Sha256[];
  @AreParts(() => UnfinishedMeasure, 0, 50) readonly unfinished!: readonly UnfinishedMeasure[];
  @IsOneOf(SIGNATURES) readonly signature!: Signature;
  /** The head of the lead unit who stands for it. */
  @MayBeAbsent() @IsPart(() => Entry) readonly signed?: Entry;
  @MayBeAbsent() @IsPart(() => CloseOutAnswer) readonly answer?: CloseOutAnswer;
  @MayBeAbsent() @IsPart(() => NoticeEntry) readonly notice?: NoticeEntry;
}

/** One time that the line was struck off. It stays when the task is reopened. */
export class ClosingEntry extends Entry {
  @IsText(20_000) readonly outcome!: string;
  @ApiProperty({ type: [String] }) readonly evidence!: readonly Sha256[];
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly atRevision!: number;
}

/** Which unit gave the task back, and why. */
export class ReturnEntry extends Entry {
  @IsId() readonly unit!: UnitId;
  @IsReason() readonly reason!: string;
}

/** Who answers for the task since, and who does no more. */
export class ReassignmentEntry extends Entry {
  @IsId() readonly leadUnit!: UnitId;
  @AreIds(0, 21) readonly formerUnits!: readonly UnitId[];
}

/** Which measures are otherwise since, and why. */
export class PlanChangeEntry extends Entry {
  @IsReason() readonly reason!: string;
  @AreIds(0, 50) readonly added!: readonly MeasureId[];
  @AreIds(0, 50) readonly changed!: readonly MeasureId[];
  @AreIds(0, 50) readonly removed!: readonly MeasureId[];
}

/** Who answers for the task since, instead of whom, and why. */
export class NamingEntry extends Entry {
  @IsId() readonly responsible!: PersonId;
  @IsId() readonly insteadOf!: PersonId;
  @IsReason() readonly reason!: string;
}

/** What the office or the leading group said; of what lapsed, when it did. */
export class ExtensionAnswer extends Entry {
  @MayBeAbsent() @IsReason() readonly reason?: string;
}

/** A request for more time. `deadline` is the one that held when it was asked. */
export class ExtensionEntry extends Entry {
  @IsOneOf(EXTENSION_STATUSES) readonly status!: ExtensionStatus;
  @IsDay() readonly deadline!: Day;
  @IsDay() readonly until!: Day;
  @IsReason() readonly reason!: string;
  @MayBeAbsent() @IsPart(() => ExtensionAnswer) readonly answer?: ExtensionAnswer;
}

export const TASK_PARTS = ['lead', 'supporting'] as const;
export type TaskPart = (typeof TASK_PARTS)[number];

/** A line of the ledger. */
export class TaskRow extends Aftermath {
  @IsId() readonly id!: TaskId;
  @IsId() readonly caseId!: CaseId;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
  @AreIds(1, 20) readonly issues!: readonly IssueId[];
  @IsText(200) readonly title!: string;
  @IsId() readonly leadUnit!: UnitId;
  @AreIds(0, 20) readonly supportingUnits!: readonly UnitId[];
  /** The part of each responsible unit: they may see the task. */
  @ApiProperty({ type: 'object', additionalProperties: { enum: [...TASK_PARTS] } })
  readonly units!: Readonly<Record<UnitId, TaskPart>>;
  /** Those that answered for it before it was returned: they may look at it, but their list has it no more. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'boolean' } })
  readonly formerUnits!: Readonly<Record<UnitId, true>>;
  /** Until when the lead unit may return it. */
  @IsPart(() => Term) readonly returnBy!: Term;
  @AreById(ReturnEntry) readonly returns!: Readonly<Record<EntryId, ReturnEntry>>;
  @AreById(ReassignmentEntry) readonly reassignments!: Readonly<Record<EntryId, ReassignmentEntry>>;
  @IsCode() readonly taskType!: TaskType;
  /** The day that holds now; a granted extension moves it. */
  @IsDay() readonly deadline!: Day;
  /** How the day that holds now was computed; absent where somebody named it. */
  @MayBeAbsent() @IsPart(() => Term) readonly deadlineBy?: Term;
  /** As it was assigned to the lead unit, or set when the task was reopened. */
  @IsDay() readonly firstDeadline!: Day;
  @IsText(2_000) readonly criterion!: string;
  /** What its issues are about, as it was told when the task was assigned; absent where it was not told yet. */
  @MayBeAbsent() @IsText(20_000) readonly problem?: string;
  @MayBeAbsent() @ApiProperty({ type: [String] }) readonly topics?: readonly string[];
  @MayBeAbsent() @IsCode() readonly severity?: Severity;
  @MayBeAbsent()
  @ApiProperty({ enum: [...ISSUE_CHANNELS], isArray: true })
  readonly channels?: readonly IssueChannel[];
  /** From which finding it is; absent where the office assigned it. */
  @MayBeAbsent() @IsId() readonly findingId?: FindingId;
  @IsOneOf(TASK_STATUSES) readonly status!: TaskStatus;
  /** Whether anything is owed still: it is neither closed nor withdrawn. */
  @IsBoolean() readonly isOpen!: boolean;
  @MayBeAbsent() @IsId() readonly responsible?: PersonId;
  /** Who answers for a measure as the plan is now, each once. */
  @AreIds(0, 50) readonly measureOwners!: readonly PersonId[];
  @AreById(MeasureEntry) readonly measures!: Readonly<Record<MeasureId, MeasureEntry>>;
  @AreById(PlanChangeEntry) readonly planChanges!: Readonly<Record<EntryId, PlanChangeEntry>>;
  @AreById(NamingEntry) readonly namings!: Readonly<Record<EntryId, NamingEntry>>;
  @AreById(ProgressEntry) readonly progress!: Readonly<Record<EntryId, ProgressEntry>>;
  @AreById(EvidenceEntry) readonly evidence!: Readonly<Record<EntryId, EvidenceEntry>>;
  @AreById(CloseOutEntry) readonly closeOuts!: Readonly<Record<EntryId, CloseOutEntry>>;
  /** The last close-out request; only that one can be verified, and closed. */
  @MayBeAbsent() @IsId() readonly closeOut?: EntryId;
  @MayBeAbsent() @IsInstant() readonly closeOutAskedAt?: Instant;
  @AreById(ClosingEntry) readonly closings!: Readonly<Record<EntryId, ClosingEntry>>;
  @AreById(ExtensionEntry) readonly extensions!: Readonly<Record<ExtensionId, ExtensionEntry>>;
  /** Absent when the task is not closed, or is open again. */
  @MayBeAbsent() @IsInstant() readonly closedAt?: Instant;
  @MayBeAbsent() @IsText(2_000) readonly reopenedBecause?: string;
  /** To the lead unit that it has now. */
  @IsInstant() readonly assignedAt!: Instant;
  @IsInstant() readonly changedAt!: Instant;
}

export class ReadTask extends Reading {
  static readonly subject = 'rectification.read-task';
  static readonly reply = TaskRow;
  @IsId() readonly taskId!: TaskId;
}
