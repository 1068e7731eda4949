import { ApiProperty, OmitType, PickType } from '@nestjs/swagger';
import { IsCode, IsCount, IsDay, IsId, IsOneOf, IsText, MayBeAbsent } from '../fields.js';
import type { Severity } from '../intake/words.js';
import { Listing, pageOf } from '../query.js';
import type { Day, IssueId, PersonId, UnitId } from '../values.js';
import { TaskRow } from './ledger.js';
import { CARD_COLOURS, type CardColour, TASK_STATUSES, type TaskStatus, type TaskType } from './words.js';

/** What one looks for: all that is owed still, what waits for the unit, is worked on, or looked at, and what is over. */
export const TASK_STAGES = ['open', 'to-accept', 'in-work', 'in-check', 'over'] as const;
export type TaskStage = (typeof TASK_STAGES)[number];

export const STATUSES_OF: Readonly<Record<Exclude<TaskStage, 'open'>, readonly TaskStatus[]>> = {
  'to-accept': ['assigned', 'returned'],
  'in-work': ['accepted', 'planned'],
  'in-check': ['close-out-requested', 'verified', 'on-notice'],
  over: ['closed', 'withdrawn'],
};

/** Of the open tasks, those whose deadline has passed, or lies in the week from this Monday to this Sunday. */
export const DUES = ['overdue', 'this-week'] as const;
export type Due = (typeof DUES)[number];

export const TASK_SORTINGS = [
  'deadline',
  'assignedAt',
  'changedAt',
  'closedAt',
  'leadUnit',
  'responsible',
  'id',
] as const;
export type TaskSorting = (typeof TASK_SORTINGS)[number];

/**
 * The tasks that the asker may see and for which all holds that is named, the nearest deadline first unless another order
 * is asked for. Days are those of the organisation.
 */
export class ReadLedger extends Listing {
  static readonly subject = 'rectification.read-ledger';
  static readonly reply = pageOf(TaskRow);
  @MayBeAbsent() @IsOneOf(TASK_SORTINGS) readonly sort?: TaskSorting;
  /** A unit that leads or supports it. */
  @MayBeAbsent() @IsId() readonly unit?: UnitId;
  @MayBeAbsent() @IsId() readonly leadUnit?: UnitId;
  @MayBeAbsent() @IsId() readonly supportingUnit?: UnitId;
  /** Who answers for the task. */
  @MayBeAbsent() @IsId() readonly responsible?: PersonId;
  /** Who answers for one of its measures. */
  @MayBeAbsent() @IsId() readonly measureOwner?: PersonId;
  @MayBeAbsent() @IsId() readonly issue?: IssueId;
  @MayBeAbsent() @IsText(200) readonly topic?: string;
  @MayBeAbsent() @IsCode() readonly severity?: Severity;
  @MayBeAbsent() @IsCode() readonly taskType?: TaskType;
  /** The gravest card that is in force. */
  @MayBeAbsent() @IsOneOf(CARD_COLOURS) readonly card?: CardColour;
  @MayBeAbsent() @IsOneOf(TASK_STATUSES) readonly status?: TaskStatus;
  @MayBeAbsent() @IsOneOf(TASK_STAGES) readonly stage?: TaskStage;
  @MayBeAbsent() @IsOneOf(DUES) readonly due?: Due;
  @MayBeAbsent() @IsDay() readonly deadlineFrom?: Day;
  @MayBeAbsent() @IsDay() readonly deadlineTo?: Day;
  @MayBeAbsent() @IsDay() readonly assignedFrom?: Day;
  @MayBeAbsent() @IsDay() readonly assignedTo?: Day;
  @MayBeAbsent() @IsDay() readonly closedFrom?: Day;
  @MayBeAbsent() @IsDay() readonly closedTo?: Day;
}

/** How many tasks have a value, or none for null. */
export class FacetCount {
  @ApiProperty({ type: String, nullable: true }) readonly value!: string | null;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly tasks!: number;
}

export const TASK_FACETS = [
  'status',
  'taskType',
  'severity',
  'card',
  'leadUnit',
  'responsible',
  'units',
  'topics',
  'channels',
] as const;
export type TaskFacet = (typeof TASK_FACETS)[number];

/** How many tasks there are, in all and by each of their values; a task with two topics counts for both. */
export class LedgerFacets implements Readonly<Record<TaskFacet, readonly FacetCount[]>> {
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly tasks!: number;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly overdue!: number;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly dueThisWeek!: number;
  @ApiProperty({ type: [FacetCount] }) readonly status!: readonly FacetCount[];
  @ApiProperty({ type: [FacetCount] }) readonly taskType!: readonly FacetCount[];
  @ApiProperty({ type: [FacetCount] }) readonly severity!: readonly FacetCount[];
  @ApiProperty({ type: [FacetCount] }) readonly card!: readonly FacetCount[];
  @ApiProperty({ type: [FacetCount] }) readonly leadUnit!: readonly FacetCount[];
  @ApiProperty({ type: [FacetCount] }) readonly responsible!: readonly FacetCount[];
  @ApiProperty({ type: [FacetCount] }) readonly units!: readonly FacetCount[];
  @ApiProperty({ type: [FacetCount] }) readonly topics!: readonly FacetCount[];
  @ApiProperty({ type: [FacetCount] }) readonly channels!: readonly FacetCount[];
}

/** The same tasks, counted. */
export class ReadLedgerFacets extends OmitType(ReadLedger, ['limit', 'cursor', 'order', 'sort'] as const) {
  static readonly subject = 'rectification.read-ledger-facets';
  static readonly reply = LedgerFacets;
}

/** A page of what is owed in one week, and how much is owed since before. */
export class DueTasks extends pageOf(TaskRow) {
  /** The Monday and the Sunday. */
  @IsDay() readonly from!: Day;
  @IsDay() readonly to!: Day;
  /** Open tasks whose deadline lies in that week, and before today. */
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly due!: number;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly overdue!: number;
}

/** The open tasks whose deadline lies in the week of a day, of this one unless it is named; the nearest first. */
export class ReadDueTasks extends PickType(ReadLedger, [
  'atLeast',
  'limit',
  'cursor',
  'unit',
  'leadUnit',
  'responsible',
] as const) {
  static readonly subject = 'rectification.read-due-tasks';
  static readonly reply = DueTasks;
  /** Any day of it. */
  @MayBeAbsent() @IsDay() readonly week?: Day;
}
