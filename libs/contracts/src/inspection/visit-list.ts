import { ApiProperty } from '@nestjs/swagger';
import { AreIds, IsCount, IsDay, IsId, IsOneOf, IsReason, MayBeAbsent } from '../fields.js';
import { Listing, pageOf, Reading } from '../query.js';
import type { ChecklistId, Day, PersonId, RoundId, TeamId, UnitId, VisitId } from '../values.js';
import {
  type ItemResult,
  VISIT_KINDS,
  VISIT_STATUSES,
  type VisitKind,
  type VisitStatus,
} from './visit-words.js';

export class ResultCounts implements Readonly<Record<ItemResult, number>> {
  @IsCount(0, 10_000) readonly passes!: number;
  @IsCount(0, 10_000) readonly fails!: number;
  @IsCount(0, 10_000) readonly 'does-not-apply'!: number;
  @IsCount(0, 10_000) readonly noted!: number;
  @IsCount(0, 10_000) readonly 'left-out'!: number;
}

export class VisitRow {
  @IsId() readonly id!: VisitId;
  @IsId() readonly unit!: UnitId;
  @IsOneOf(VISIT_KINDS) readonly kind!: VisitKind;
  @MayBeAbsent() @IsId() readonly roundId?: RoundId;
  @MayBeAbsent() @IsId() readonly teamId?: TeamId;
  @IsId() readonly checklistId!: ChecklistId;
  @IsCount(1, 10_000) readonly checklistVersion!: number;
  /** The day for which it is planned. */
  @IsDay() readonly on!: Day;
  @IsOneOf(VISIT_STATUSES) readonly status!: VisitStatus;
  @AreIds(0, 20) readonly inspectors!: readonly PersonId[];
  /** Why it was moved, cancelled, missed or given back, as was said last. */
  @MayBeAbsent() @IsReason() readonly reason?: string;
  /** The day on which it was opened. */
  @MayBeAbsent() @IsDay() readonly seenOn?: Day;
  /** Once it was submitted, and as long as it is. */
  @MayBeAbsent() @ApiProperty({ type: ResultCounts }) readonly results?: ResultCounts;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
}

/**
 * Visits, by the day for which they are planned. Whoever sees everything sees all; a unit its own, but what comes
 * unscheduled not before it was opened.
 */
export class ListVisits extends Listing {
  static readonly subject = 'inspection.list-visits';
  static readonly reply = pageOf(VisitRow);
  @MayBeAbsent() @IsId() readonly roundId?: RoundId;
  @MayBeAbsent() @IsId() readonly unit?: UnitId;
  @MayBeAbsent() @IsId() readonly teamId?: TeamId;
  @MayBeAbsent() @IsId() readonly inspector?: PersonId;
  @MayBeAbsent() @IsOneOf(VISIT_KINDS) readonly kind?: VisitKind;
  @MayBeAbsent() @IsOneOf(VISIT_STATUSES) readonly status?: VisitStatus;
  @MayBeAbsent() @IsDay() readonly from?: Day;
  @MayBeAbsent() @IsDay() readonly to?: Day;
}

export class SeeVisit extends Reading {
  static readonly subject = 'inspection.see-visit';
  static readonly reply = VisitRow;
  @IsId() readonly visitId!: VisitId;
}
