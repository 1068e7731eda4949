import { AreIds, IsCode, IsDay, IsId, IsText, MayBeAbsent } from '../fields.js';
import type { Day, IssueId, UnitId } from '../values.js';
import { TaskRef } from './refs.js';
import type { TaskType } from './words.js';

export const ASSIGNMENT_REJECTIONS = [
  'not-the-office',
  'already-assigned',
  'no-such-issue',
  'issue-is-resolved',
  'issue-is-merged',
  'issue-has-its-task',
  'lead-unit-also-supports',
  'no-such-unit',
  'no-such-task-type',
  'deadline-before-assignment',
  'deadline-needed',
] as const;
export type AssignmentRejection = (typeof ASSIGNMENT_REJECTIONS)[number];

/** The office makes one unit answer for one or more issues, until a day, by a criterion. */
export class AssignTask extends TaskRef {
  static readonly subject = 'rectification.assign-task';
  static readonly rejections = ASSIGNMENT_REJECTIONS;
  @AreIds(1, 20) readonly issues!: IssueId[];
  @IsText(200) readonly title!: string;
  @IsId() readonly leadUnit!: UnitId;
  @AreIds(0, 20) readonly supportingUnits!: UnitId[];
  @IsCode() readonly taskType!: TaskType;
  /** Absent: by the working days that the policy has for the type. */
  @MayBeAbsent() @IsDay() readonly deadline?: Day;
  @IsText(2_000) readonly criterion!: string;
}
