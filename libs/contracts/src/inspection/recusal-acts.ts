import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import {
  AreIds,
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
import { PAGE_LIMIT, Reading } from '../query.js';
import type {
  CaseId,
  Day,
  FindingId,
  Instant,
  PersonId,
  RoundId,
  TaskId,
  UnitId,
  VisitId,
} from '../values.js';
import { Conflict, OverrideFact } from './recusal.js';

/** What people do in judging a unit. More are added as there are more. */
export const ACTS = [
  'planned',
  'named',
  'put-off',
  'opened',
  'filled-in',
  'sent',
  'signed',
  'submitted',
  'given-back',
  'finding-recorded',
  'finding-changed',
  'finding-communicated',
  'finding-joined',
  'finding-parted',
  'finding-split',
  'finding-withdrawn',
  'finding-issued',
  'verified',
  'rejected',
  'looked-back',
  'reviewed',
  'objection-answered',
] as const;
export type ActKind = (typeof ACTS)[number];

/** What was known when somebody acted, as the event of the act has it. */
export class KnownThen {
  @AreParts(() => Conflict, 0, 10_000) readonly conflicts!: readonly Conflict[];
  /** Those that let a conflict pass, each with its reason. */
  @AreParts(() => OverrideFact, 0, 1_000) readonly overrides!: readonly OverrideFact[];
}

/** Somebody acted, once or several times on a day, for some units. */
export class Act {
  @IsOneOf(ACTS) readonly act!: ActKind;
  /** Of whom it is asked whether they might: who acted, or of a naming who was named. */
  @MayBeAbsent() @IsId() readonly person?: PersonId;
  /** Who named them. */
  @MayBeAbsent() @IsId() readonly by?: PersonId;
  /** The day for which it counts, where the organisation is. */
  @IsDay() readonly on!: Day;
  /** When it happened first, and when it was last recorded. */
  @IsInstant() readonly at!: Instant;
  @IsInstant() readonly recordedAt!: Instant;
  @IsCount(1, Number.MAX_SAFE_INTEGER) readonly times!: number;
  @AreIds(1, 200) readonly units!: readonly UnitId[];
  @IsId() readonly caseId!: CaseId;
  @MayBeAbsent() @IsId() readonly roundId?: RoundId;
  @MayBeAbsent() @IsId() readonly visitId?: VisitId;
  @MayBeAbsent() @IsId() readonly findingId?: FindingId;
  @MayBeAbsent() @IsId() readonly taskId?: TaskId;
  /** Absent: nothing was looked at then. */
  @MayBeAbsent() @IsPart(() => KnownThen) readonly known?: KnownThen;
}

/**
 * `clear`: nothing spoke against it, then or as is known today. `overridden`: something did, was known, and the office let it
 * pass. `not-known-then`: something did that nobody had recorded when they acted. `conflicted`: something did, was known, and
 * nobody let it pass.
 */
export const VERDICTS_OF_ACTS = ['clear', 'overridden', 'not-known-then', 'conflicted'] as const;
export type VerdictOfAct = (typeof VERDICTS_OF_ACTS)[number];

class KnownNow {
  @IsOneOf(VERDICTS_OF_ACTS) readonly verdict!: VerdictOfAct;
  /** Whether anybody looked when they acted. */
  @IsBoolean() readonly wasChecked!: boolean;
  /** As of the day of the act, by all that is recorded today. */
  @AreParts(() => Conflict, 0, 10_000) readonly conflictsNow!: readonly Conflict[];
}

/** An act, and whether who acted was conflicted on its day. */
export class JudgedAct extends IntersectionType(Act, KnownNow) {}

class VerdictCounts implements Readonly<Record<VerdictOfAct, number>> {
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly clear!: number;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly overridden!: number;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly 'not-known-then'!: number;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly conflicted!: number;
}

export class RecusalActs {
  /** How many of the acts on this page, shown or not, came to what. */
  @ApiProperty({ type: VerdictCounts }) readonly verdicts!: VerdictCounts;
  @ApiProperty({ type: [JudgedAct] }) readonly rows!: readonly JudgedAct[];
  @MayBeAbsent() @IsText(2_000) readonly next?: string;
}

export const ACT_SCOPES = ['case', 'round', 'visit', 'task'] as const;
export type ActScope = (typeof ACT_SCOPES)[number];

/**
 * Was anyone conflicted? Every act of judging a unit in a case, a round, a visit or a task, from history: what was known
 * when they acted, and what is known today of that day. To a visit belong its findings, and the tasks that they led to. Of a round, a page has the acts of so many visits. Seen by the
 * office, the leading group and the auditor.
 */
export class ListRecusalActs extends Reading {
  static readonly subject = 'inspection.list-recusal-acts';
  static readonly reply = RecusalActs;
  @IsOneOf(ACT_SCOPES) readonly of!: ActScope;
  @IsId() readonly id!: CaseId | RoundId | VisitId | TaskId;
  /** Leaves out what is clear. */
  @MayBeAbsent() @IsOneOf(['conflicts']) readonly only?: 'conflicts';
  @MayBeAbsent() @IsCount(1, PAGE_LIMIT) readonly limit?: number;
  @MayBeAbsent() @IsText(2_000) readonly cursor?: string;
}
