import { ApiProperty } from '@nestjs/swagger';
import { AreIds, IsCode, IsCount, IsDay, IsId, IsOneOf, IsText, MayBeAbsent } from '../fields.js';
import {
  LOOK_BACK_FINDINGS,
  type LookBackFinding,
  REVIEW_OUTCOMES,
  type ReviewOutcome,
  type TaskType,
} from '../rectification/words.js';
import type { Day, EntryId, IssueId, TaskId, UnitId } from '../values.js';
import { TASK_NEWS, TASK_STANDINGS, type TaskNewsOfFinding, type TaskStanding } from './finding-words.js';

export class ReviewOfFinding {
  @IsId() readonly entryId!: EntryId;
  @IsDay() readonly answerBy!: Day;
  @MayBeAbsent() @IsOneOf(REVIEW_OUTCOMES) readonly outcome?: ReviewOutcome;
}

export class LookBackOfFinding {
  @IsOneOf(LOOK_BACK_FINDINGS) readonly found!: LookBackFinding;
  @IsDay() readonly on!: Day;
}

/** The task that a finding led to, as it stood after the last news of it. */
export class TaskOfFinding {
  @IsId() readonly issueId!: IssueId;
  @IsId() readonly taskId!: TaskId;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly taskRevision!: number;
  @IsOneOf(TASK_NEWS) readonly news!: TaskNewsOfFinding;
  /** The day of the news. */
  @IsDay() readonly day!: Day;
  @IsOneOf(TASK_STANDINGS) readonly standing!: TaskStanding;
  @IsId() readonly leadUnit!: UnitId;
  @AreIds(0, 20) readonly supportingUnits!: readonly UnitId[];
  @IsCode() readonly taskType!: TaskType;
  @IsDay() readonly assignedOn!: Day;
  @IsDay() readonly deadline!: Day;
  @IsText(2_000) readonly criterion!: string;
  @MayBeAbsent() @IsDay() readonly closedOn?: Day;
  @MayBeAbsent() @IsText(20_000) readonly outcome?: string;
  /** Why it was given back, opened again, contested, answered so or taken back. */
  @MayBeAbsent() @IsText(20_000) readonly reason?: string;
  @MayBeAbsent() @ApiProperty({ type: ReviewOfFinding }) readonly review?: ReviewOfFinding;
  @MayBeAbsent() @ApiProperty({ type: LookBackOfFinding }) readonly lookedBack?: LookBackOfFinding;
}
