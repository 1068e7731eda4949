import { ApiProperty, IntersectionType, PickType } from '@nestjs/swagger';
import { IsBoolean, IsCount, IsId, IsInstant, IsOneOf, MayBeAbsent } from '../fields.js';
import { pageOf } from '../query.js';
import type { EntryId, Instant, PersonId, TaskId, UnitId } from '../values.js';
import { DeskListing, ToBeJudged } from './judges.js';
import { CloseOutEntry, EvidenceEntry, MeasureEntry, TaskRow } from './ledger.js';

/** What the task promised, and how urgent it is. */
class Promised extends PickType(TaskRow, [
  'caseId',
  'title',
  'leadUnit',
  'supportingUnits',
  'taskType',
  'severity',
  'problem',
  'criterion',
  'deadline',
  'card',
  'revision',
] as const) {
  @ApiProperty({ type: [MeasureEntry] }) readonly measures!: readonly MeasureEntry[];
}

/** What the lead unit claims, and what it shows for it. */
class Claimed extends PickType(CloseOutEntry, ['summary', 'unfinished', 'signature'] as const) {
  @IsInstant() readonly askedAt!: Instant;
  @MayBeAbsent() @IsId() readonly askedBy?: PersonId;
  /** Whole days since then, as of today. */
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly waitingDays!: number;
  /** Everything that is attached, in the order in which it came. */
  @ApiProperty({ type: [EvidenceEntry] }) readonly evidence!: readonly EvidenceEntry[];
  /** Something was attached since, so that it takes a new request before anybody can verify. */
  @IsBoolean() readonly evidenceChanged!: boolean;
}

/** A close-out that waits for somebody who goes and looks. */
export class WaitingCloseOut extends IntersectionType(IntersectionType(Promised, Claimed), ToBeJudged) {
  /** Of the request: verified and rejected under it. */
  @IsId() readonly id!: EntryId;
  @IsId() readonly taskId!: TaskId;
}

export const CLOSE_OUT_SORTINGS = ['deadline', 'askedAt'] as const;
export type CloseOutSorting = (typeof CLOSE_OUT_SORTINGS)[number];

/**
 * The close-outs that wait to be verified or rejected, and that the asker may see: the nearest deadline first, what is overdue before
 * that, or what waits longest.
 */
export class ReadCloseOuts extends DeskListing {
  static readonly subject = 'rectification.read-close-outs';
  static readonly reply = pageOf(WaitingCloseOut);
  @MayBeAbsent() @IsOneOf(CLOSE_OUT_SORTINGS) readonly sort?: CloseOutSorting;
  @MayBeAbsent() @IsId() readonly leadUnit?: UnitId;
}
