import { ApiProperty } from '@nestjs/swagger';
import {
  IsCode,
  IsCount,
  IsId,
  IsInstant,
  IsOneOf,
  IsPart,
  IsSha256,
  IsText,
  MayBeAbsent,
} from '../fields.js';
import { EvidenceFile } from '../rectification/evidence-file.js';
import { PAGE_LIMIT, Reading } from '../query.js';
import type { ChecklistId, EntryId, Instant, ItemId, PersonId, Sha256, UnitId, VisitId } from '../values.js';
import { ItemAnswer } from './fill-in-visit.js';
import { ITEM_RESULTS, type ItemResult } from './visit-words.js';

/** What somebody wrote down in a visit: an answer, or whom they met. */
export class EntryRow {
  @IsId() readonly entryId!: EntryId;
  /** When it was written down, and when it was recorded. */
  @IsInstant() readonly at!: Instant;
  @IsInstant() readonly recordedAt!: Instant;
  @MayBeAbsent() @IsId() readonly by?: PersonId;
  @MayBeAbsent() @IsCode() readonly itemId?: ItemId;
  @MayBeAbsent() @IsPart(() => ItemAnswer) readonly answer?: ItemAnswer;
  @MayBeAbsent() @IsOneOf(ITEM_RESULTS) readonly result?: ItemResult;
  @MayBeAbsent() @IsText(2_000) readonly note?: string;
  @MayBeAbsent() @ApiProperty({ type: [EvidenceFile] }) readonly files?: readonly EvidenceFile[];
  @MayBeAbsent() @IsText(100) readonly name?: string;
  @MayBeAbsent() @IsText(200) readonly capacity?: string;
  /** Whether it is the answer to its item that counts; of whom was met, always. */
  @ApiProperty({ type: Boolean }) readonly stands!: boolean;
}

/** So many entries, or fewer when they are long, in the order in which they were recorded. */
export class VisitEntries {
  @ApiProperty({ type: [EntryRow] }) readonly rows!: readonly EntryRow[];
  /** The `cursor` of the page that follows. */
  @MayBeAbsent() @IsCount(0, Number.MAX_SAFE_INTEGER) readonly next?: number;
}

/** What was written down in a visit: what stands, or the whole history. Seen by whoever sees the visit. */
export class ReadVisitEntries extends Reading {
  static readonly subject = 'inspection.read-visit-entries';
  static readonly reply = VisitEntries;
  @IsId() readonly visitId!: VisitId;
  @MayBeAbsent() @IsCode() readonly itemId?: ItemId;
  @MayBeAbsent() @IsOneOf(['standing', 'all']) readonly which?: 'standing' | 'all';
  @MayBeAbsent() @IsCount(1, PAGE_LIMIT) readonly limit?: number;
  @MayBeAbsent() @IsCount(0, Number.MAX_SAFE_INTEGER) readonly cursor?: number;
}

/** One item, as the unit answered it itself and as the inspectors did. */
export class ComparedItem {
  @IsCode() readonly itemId!: ItemId;
  @MayBeAbsent() @IsOneOf(ITEM_RESULTS) readonly selfCheck?: ItemResult;
  @MayBeAbsent() @IsOneOf(ITEM_RESULTS) readonly inspection?: ItemResult;
  /** Numbers, where the item asks for one. */
  @MayBeAbsent() @ApiProperty({ type: Number }) readonly selfNumber?: number;
  @MayBeAbsent() @ApiProperty({ type: Number }) readonly inspectedNumber?: number;
  @ApiProperty({ type: Boolean }) readonly differs!: boolean;
}

export class Comparison {
  @IsId() readonly selfCheckVisit!: VisitId;
  @IsId() readonly inspectionVisit!: VisitId;
  /** How many items came out differently. */
  @IsCount(0, 10_000) readonly different!: number;
  @ApiProperty({ type: [ComparedItem] }) readonly items!: readonly ComparedItem[];
}

/**
 * What a unit said of itself beside what inspectors found, by the same version of a checklist: the last of each that was
 * submitted. Asked by whoever sees everything, or by the unit.
 */
export class CompareSelfCheck extends Reading {
  static readonly subject = 'inspection.compare-self-check';
  static readonly reply = Comparison;
  @IsId() readonly unit!: UnitId;
  @IsId() readonly checklistId!: ChecklistId;
  @IsCount(1, 10_000) readonly checklistVersion!: number;
}

/** A file of an entry of a visit, under the name that it was given there last. Seen by whoever sees the visit. */
export class SeeVisitFile extends Reading {
  static readonly subject = 'inspection.see-visit-file';
  static readonly reply = EvidenceFile;
  @IsId() readonly visitId!: VisitId;
  @IsSha256() readonly sha256!: Sha256;
}
