import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Written } from '../command.js';
import {
  AreParts,
  IsCode,
  IsId,
  IsInstant,
  IsOneOf,
  IsPart,
  IsQuantity,
  IsReason,
  IsText,
  MayBeAbsent,
} from '../fields.js';
import { EvidenceFile } from '../rectification/evidence-file.js';
import type { EntryId, FindingId, Instant, ItemId } from '../values.js';
import { FINDING_REJECTIONS, type FindingRejection } from './finding-words.js';
import { VisitRef } from './plan-visit.js';
import { type Verdict, VERDICTS } from './checklist.js';
import { RecordFinding } from './record-finding.js';
import { VISIT_REJECTIONS, type VisitRejection } from './visit-words.js';

/** So many entries in one batch. */
export const BATCH_LIMIT = 400;

/** A named inspector begins, or the unit its self-check. */
export class OpenVisit extends VisitRef {
  static readonly subject = 'inspection.open-visit';
  static readonly rejections = VISIT_REJECTIONS;
}

/**
 * What the kind of the item asks for: a judgement, a number, one of its choices, or a text; for a photo, none of them, but
 * a file. Of every kind it may be said that it does not apply, or why it was left out.
 */
export class ItemAnswer {
  @MayBeAbsent() @IsOneOf(VERDICTS) readonly judgement?: Verdict;
  @MayBeAbsent() @IsQuantity() readonly number?: number;
  @MayBeAbsent() @IsCode() readonly choice?: string;
  @MayBeAbsent() @IsText(5_000) readonly text?: string;
  @MayBeAbsent() @IsReason() readonly leftOut?: string;
}

/**
 * An answer to one item. Of several, the one that was given last stands; all stay in the history. Whoever sends this has
 * made sure that the files are stored, and will be until the event is.
 */
export class AnsweredItem {
  @IsCode() readonly itemId!: ItemId;
  @IsPart(() => ItemAnswer) readonly answer!: ItemAnswer;
  @MayBeAbsent() @IsText(2_000) readonly note?: string;
  @MayBeAbsent() @AreParts(() => EvidenceFile, 1, 10) readonly files?: EvidenceFile[];
}

/** Somebody whom the inspectors spoke with. */
export class MetPerson {
  @IsText(100) readonly name!: string;
  /** In which capacity. */
  @MayBeAbsent() @IsText(200) readonly capacity?: string;
}

/** One of the two, as it was written down then: not in the future, nor before the visit was planned. */
export class VisitEntry {
  @IsId() readonly entryId!: EntryId;
  @IsInstant() readonly at!: Instant;
  @MayBeAbsent() @IsPart(() => AnsweredItem) readonly item?: AnsweredItem;
  @MayBeAbsent() @IsPart(() => MetPerson) readonly met?: MetPerson;
}

/** Without a time, it was answered when it is sent. */
export class AnswerItem extends AnsweredItem {
  static readonly subject = 'inspection.answer-item';
  static readonly rejections = VISIT_REJECTIONS;
  @IsId() readonly visitId!: VisitRef['visitId'];
  @IsId() readonly entryId!: EntryId;
  @MayBeAbsent() @IsInstant() readonly at?: Instant;
}

export class NotePersonMet extends MetPerson {
  static readonly subject = 'inspection.note-person-met';
  static readonly rejections = VISIT_REJECTIONS;
  @IsId() readonly visitId!: VisitRef['visitId'];
  @IsId() readonly entryId!: EntryId;
  @MayBeAbsent() @IsInstant() readonly at?: Instant;
}

/** What is not recorded of a batch, and why. All else is. */
export class RefusedEntry {
  @IsId() readonly entryId!: EntryId;
  @IsOneOf(VISIT_REJECTIONS) readonly reason!: VisitRejection;
}

/** The same of a finding. */
export class RefusedFinding {
  @IsId() readonly findingId!: FindingId;
  @IsOneOf(FINDING_REJECTIONS) readonly reason!: FindingRejection;
}

export class BatchWritten extends Written {
  @ApiProperty({ type: [RefusedEntry] }) readonly refused!: readonly RefusedEntry[];
  @ApiProperty({ type: [RefusedFinding] }) readonly refusedFindings!: readonly RefusedFinding[];
}

/** So many findings in one batch. */
export const FINDINGS_LIMIT = 50;

/** As it was written down then. */
export class BatchFinding extends OmitType(RecordFinding, ['visitId', 'at']) {
  @IsInstant() readonly at!: Instant;
}

/**
 * What was written down where there was no connection, with the times of then. Each entry is recorded once, however often
 * and in whatever order it is sent. `openedAt` opens a visit that is not open yet.
 */
export class SubmitBatch extends VisitRef {
  static readonly subject = 'inspection.submit-batch';
  static readonly rejections = VISIT_REJECTIONS;
  static readonly reply = BatchWritten;
  @MayBeAbsent() @IsInstant() readonly openedAt?: Instant;
  @AreParts(() => VisitEntry, 1, BATCH_LIMIT) readonly entries!: VisitEntry[];
  /** What was found, which may rest on these entries. */
  @MayBeAbsent() @AreParts(() => BatchFinding, 1, FINDINGS_LIMIT) readonly findings?: BatchFinding[];
}
