import { ApiProperty, OmitType } from '@nestjs/swagger';
import { AreById, IsCode, IsCount, IsDay, IsId, IsInstant, IsOneOf, IsText, MayBeAbsent } from '../fields.js';
import type { Severity } from '../intake/words.js';
import { OUTCOME_LENGTH } from '../outcomes.js';
import { Listing, pageOf, Reading } from '../query.js';
import type { CaseId, Day, FindingId, Instant, IssueId, OpinionId, TaskId, UnitId } from '../values.js';
import { ISSUE_CHANNELS, ISSUE_STATUSES, type IssueChannel, type IssueStatus } from './words.js';

/** An opinion that led to the issue, and when it did. */
export class IssueOpinion {
  @IsInstant() readonly at!: Instant;
}

export const ISSUE_TASK_STATUSES = ['open', 'closed'] as const;
export type IssueTaskStatus = (typeof ISSUE_TASK_STATUSES)[number];

export class IssueTask {
  @IsOneOf(ISSUE_TASK_STATUSES) readonly status!: IssueTaskStatus;
  @IsInstant() readonly at!: Instant;
}

/** Another issue that was merged into this one, or split off it, and when. */
export class IssueLink {
  @IsInstant() readonly at!: Instant;
}

/** A problem on the books. */
export class IssueRow {
  @IsId() readonly id!: IssueId;
  @IsId() readonly caseId!: CaseId;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
  @IsText(200) readonly title!: string;
  @IsText(20_000) readonly problem!: string;
  @IsText(200) readonly topic!: string;
  @IsCode() readonly severity!: Severity;
  /** Through which way it came on the books; absent where it was not told yet. */
  @MayBeAbsent() @IsOneOf(ISSUE_CHANNELS) readonly channel?: IssueChannel;
  @IsOneOf(ISSUE_STATUSES) readonly status!: IssueStatus;
  /** The finding that put it on the books; absent where an opinion did. */
  @MayBeAbsent() @IsId() readonly findingId?: FindingId;
  @AreById(IssueOpinion) readonly opinions!: Readonly<Record<OpinionId, IssueOpinion>>;
  @AreById(IssueTask) readonly tasks!: Readonly<Record<TaskId, IssueTask>>;
  /** The units that are responsible for one of its tasks: they may see the issue. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'boolean' } })
  readonly units!: Readonly<Record<UnitId, true>>;
  /** Under which other issue it is dealt with. */
  @MayBeAbsent() @IsId() readonly mergedInto?: IssueId;
  /** The issues that are dealt with under this one: their opinions and tasks are among its own here. */
  @AreById(IssueLink) readonly mergedFrom!: Readonly<Record<IssueId, IssueLink>>;
  /** Of which issue it was a part. */
  @MayBeAbsent() @IsId() readonly splitFrom?: IssueId;
  @AreById(IssueLink) readonly splitInto!: Readonly<Record<IssueId, IssueLink>>;
  /** Absent when the issue is not resolved, or is open again. */
  @MayBeAbsent() @IsInstant() readonly resolvedAt?: Instant;
  @MayBeAbsent() @IsText(OUTCOME_LENGTH) readonly outcome?: string;
  @IsInstant() readonly listedAt!: Instant;
  @IsInstant() readonly changedAt!: Instant;
}

export class ReadIssue extends Reading {
  static readonly subject = 'rectification.read-issue';
  static readonly reply = IssueRow;
  @IsId() readonly issueId!: IssueId;
}

export const ISSUE_SORTINGS = ['listedAt', 'changedAt'] as const;
export type IssueSorting = (typeof ISSUE_SORTINGS)[number];

/**
 * The issues that the asker may see and for which all holds that is named, the first listed first unless another order is
 * asked for. Days are those of the organisation.
 */
export class ReadIssueList extends Listing {
  static readonly subject = 'rectification.read-issue-list';
  static readonly reply = pageOf(IssueRow);
  @MayBeAbsent() @IsOneOf(ISSUE_STATUSES) readonly status?: IssueStatus;
  @MayBeAbsent() @IsText(200) readonly topic?: string;
  @MayBeAbsent() @IsCode() readonly severity?: Severity;
  /** A unit that leads or supports one of its tasks. */
  @MayBeAbsent() @IsId() readonly unit?: UnitId;
  /** Through which way it came on the books. */
  @MayBeAbsent() @IsOneOf(ISSUE_CHANNELS) readonly channel?: IssueChannel;
  @MayBeAbsent() @IsDay() readonly listedFrom?: Day;
  @MayBeAbsent() @IsDay() readonly listedTo?: Day;
  @MayBeAbsent() @IsOneOf(ISSUE_SORTINGS) readonly sort?: IssueSorting;
}

export const ISSUE_FACETS = ['status', 'topic', 'severity', 'channel', 'units'] as const;
export type IssueFacet = (typeof ISSUE_FACETS)[number];

/** How many issues have a value, or none for null. */
export class IssueCount {
  @ApiProperty({ type: String, nullable: true }) readonly value!: string | null;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly issues!: number;
}

/** How many issues there are, in all and by each of their values. */
export class IssueFacets implements Readonly<Record<IssueFacet, readonly IssueCount[]>> {
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly issues!: number;
  @ApiProperty({ type: [IssueCount] }) readonly status!: readonly IssueCount[];
  @ApiProperty({ type: [IssueCount] }) readonly topic!: readonly IssueCount[];
  @ApiProperty({ type: [IssueCount] }) readonly severity!: readonly IssueCount[];
  @ApiProperty({ type: [IssueCount] }) readonly channel!: readonly IssueCount[];
  @ApiProperty({ type: [IssueCount] }) readonly units!: readonly IssueCount[];
}

/** The same issues, counted. */
export class ReadIssueFacets extends OmitType(ReadIssueList, ['limit', 'cursor', 'order', 'sort'] as const) {
  static readonly subject = 'rectification.read-issue-facets';
  static readonly reply = IssueFacets;
}
