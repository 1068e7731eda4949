import { ApiProperty, OmitType } from '@nestjs/swagger';
import {
  AreById,
  IsCode,
  IsCount,
  IsDay,
  IsId,
  IsInstant,
  IsOneOf,
  IsReason,
  IsSha256,
  IsText,
  MayBeAbsent,
} from '../fields.js';
import type { Severity } from '../intake/words.js';
import { Listing, pageOf, Reading } from '../query.js';
import { EvidenceFile } from '../rectification/evidence-file.js';
import type {
  CaseId,
  Day,
  EntryId,
  FindingId,
  Instant,
  IssueId,
  ItemId,
  PersonId,
  RoundId,
  Sha256,
  TaskId,
  TeamId,
  UnitId,
  VisitId,
} from '../values.js';
import {
  FINDING_STATUSES,
  type FindingStatus,
  ISSUING_REFUSALS,
  type IssuingRefusal,
  WITHDRAWAL_GROUNDS,
  type WithdrawalGround,
} from './finding-words.js';
import { TaskOfFinding } from './followed-task.js';
import { FindingRef, RestingOn } from './record-finding.js';
import { VISIT_KINDS, type VisitKind } from './visit-words.js';

/** What the inspected unit said to it. */
export class FindingComment {
  @IsInstant() readonly at!: Instant;
  @IsText(5_000) readonly text!: string;
  @MayBeAbsent() @IsId() readonly by?: PersonId;
}

/** When what it says was changed, by whom and why; what it said before is in the history of its case. */
export class FindingChange {
  @IsInstant() readonly at!: Instant;
  @IsId() readonly by!: PersonId;
  @IsReason() readonly reason!: string;
}

/** Another finding that is part of this one, or was split off it. */
export class FindingLink {
  @IsInstant() readonly at!: Instant;
  /** Of the joining, by which it is taken back. */
  @IsId() readonly entryId!: EntryId;
}

export class FindingIssue {
  @IsId() readonly attempt!: EntryId;
  @IsInstant() readonly at!: Instant;
  @IsId() readonly by!: PersonId;
  @IsId() readonly issueId!: IssueId;
  @IsId() readonly taskId!: TaskId;
  @IsId() readonly leadUnit!: UnitId;
}

export class FindingRefusal {
  @IsId() readonly attempt!: EntryId;
  @IsInstant() readonly at!: Instant;
  @IsOneOf(ISSUING_REFUSALS) readonly reason!: IssuingRefusal;
}

export class FindingWithdrawal {
  @IsOneOf(WITHDRAWAL_GROUNDS) readonly ground!: WithdrawalGround;
  @IsInstant() readonly at!: Instant;
  @MayBeAbsent() @IsText(20_000) readonly reason?: string;
}

/** 督查发现: what was established, where it went, and how it ended. */
export class FindingRow {
  @IsId() readonly id!: FindingId;
  @IsId() readonly caseId!: CaseId;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
  @IsId() readonly visitId!: VisitId;
  @IsId() readonly unit!: UnitId;
  @MayBeAbsent() @IsId() readonly roundId?: RoundId;
  @IsId() readonly teamId!: TeamId;
  @IsOneOf(VISIT_KINDS) readonly kind!: VisitKind;
  /** The day of the visit. */
  @IsDay() readonly seenOn!: Day;
  @IsOneOf(FINDING_STATUSES) readonly status!: FindingStatus;
  @IsText(5_000) readonly fact!: string;
  @IsText(2_000) readonly basis!: string;
  /** Absent of a draft that nobody has put into words. */
  @MayBeAbsent() @IsCode() readonly severity?: Severity;
  @ApiProperty({ type: [RestingOn] }) readonly restsOn!: readonly RestingOn[];
  @ApiProperty({ type: [EvidenceFile] }) readonly files!: readonly EvidenceFile[];
  /** Who found it, and when it was written down; of a draft, the service did. */
  @MayBeAbsent() @IsId() readonly by?: PersonId;
  @IsInstant() readonly at!: Instant;
  /** Absent where the unit was not told of it, or not before it was issued. */
  @MayBeAbsent() @IsDay() readonly communicatedOn?: Day;
  @AreById(FindingComment) readonly comments!: Readonly<Record<EntryId, FindingComment>>;
  @AreById(FindingChange) readonly changes!: Readonly<Record<EntryId, FindingChange>>;
  @MayBeAbsent() @IsId() readonly joinedInto?: FindingId;
  @AreById(FindingLink) readonly takenIn!: Readonly<Record<FindingId, FindingLink>>;
  @MayBeAbsent() @IsId() readonly splitFrom?: FindingId;
  @AreById(FindingLink) readonly splitInto!: Readonly<Record<FindingId, FindingLink>>;
  /** Of the items that it rests on, those that do not fail in the visit as it is submitted now. */
  @ApiProperty({ type: [String] }) readonly notFailing!: readonly ItemId[];
  @MayBeAbsent() @ApiProperty({ type: FindingWithdrawal }) readonly withdrawal?: FindingWithdrawal;
  @MayBeAbsent() @ApiProperty({ type: FindingIssue }) readonly issue?: FindingIssue;
  /** Why rectification did not take it the last time; absent once it did. */
  @MayBeAbsent() @ApiProperty({ type: FindingRefusal }) readonly refusal?: FindingRefusal;
  @MayBeAbsent() @ApiProperty({ type: TaskOfFinding }) readonly task?: TaskOfFinding;
}

/**
 * Findings, by the day of their visit. Whoever sees everything sees all; a unit those about itself that it was told of.
 */
export class ListFindings extends Listing {
  static readonly subject = 'inspection.list-findings';
  static readonly reply = pageOf(FindingRow);
  @MayBeAbsent() @IsId() readonly roundId?: RoundId;
  @MayBeAbsent() @IsId() readonly visitId?: VisitId;
  @MayBeAbsent() @IsId() readonly unit?: UnitId;
  @MayBeAbsent() @IsId() readonly teamId?: TeamId;
  @MayBeAbsent() @IsCode() readonly severity?: Severity;
  @MayBeAbsent() @IsOneOf(FINDING_STATUSES) readonly status?: FindingStatus;
  @MayBeAbsent() @IsDay() readonly from?: Day;
  @MayBeAbsent() @IsDay() readonly to?: Day;
}

export const FINDING_FACETS = ['status', 'severity', 'unit', 'roundId'] as const;
export type FindingFacet = (typeof FINDING_FACETS)[number];

/** How many findings have a value, or none for null. */
export class FindingCount {
  @ApiProperty({ type: String, nullable: true }) readonly value!: string | null;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly findings!: number;
}

/** How many findings there are, in all and by each of their values. */
export class FindingFacets implements Readonly<Record<FindingFacet, readonly FindingCount[]>> {
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly findings!: number;
  @ApiProperty({ type: [FindingCount] }) readonly status!: readonly FindingCount[];
  @ApiProperty({ type: [FindingCount] }) readonly severity!: readonly FindingCount[];
  @ApiProperty({ type: [FindingCount] }) readonly unit!: readonly FindingCount[];
  @ApiProperty({ type: [FindingCount] }) readonly roundId!: readonly FindingCount[];
}

/** The same findings, counted. */
export class CountFindings extends OmitType(ListFindings, ['limit', 'cursor', 'order'] as const) {
  static readonly subject = 'inspection.count-findings';
  static readonly reply = FindingFacets;
}

export class SeeFinding extends Reading {
  static readonly subject = 'inspection.see-finding';
  static readonly reply = FindingRow;
  @IsId() readonly findingId!: FindingId;
}

/** A file of a finding, for whoever sees that. */
export class SeeFindingFile extends FindingRef {
  static readonly subject = 'inspection.see-finding-file';
  static readonly reply = EvidenceFile;
  @IsSha256() readonly sha256!: Sha256;
}
