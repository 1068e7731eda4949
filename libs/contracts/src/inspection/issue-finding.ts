import { AreIds, IsCode, IsDay, IsId, IsText, MayBeAbsent } from '../fields.js';
import type { TaskType } from '../rectification/words.js';
import type { Day, UnitId } from '../values.js';
import { FINDING_REJECTIONS } from './finding-words.js';
import { FindingEntryRef, FindingRef } from './record-finding.js';

/** 反馈: the inspected unit is told of it; from then on it sees it, and may comment on it. */
export class CommunicateFinding extends FindingRef {
  static readonly subject = 'inspection.communicate-finding';
  static readonly rejections = FINDING_REJECTIONS;
}

/** What the inspected unit says to it, as often as it likes until it is issued. */
export class CommentOnFinding extends FindingEntryRef {
  static readonly subject = 'inspection.comment-on-finding';
  static readonly rejections = FINDING_REJECTIONS;
  @IsText(5_000) readonly text!: string;
}

/**
 * 限期改进: who heads the team, or the office, makes it an issue and a task in the ledger, once its visit is submitted.
 * What rectification refuses comes back to the finding with the reason; then it may be issued again, under another id.
 */
export class IssueFinding extends FindingEntryRef {
  static readonly subject = 'inspection.issue-finding';
  static readonly rejections = FINDING_REJECTIONS;
  @IsText(200) readonly title!: string;
  @IsText(200) readonly topic!: string;
  @IsId() readonly leadUnit!: UnitId;
  @AreIds(0, 20) readonly supportingUnits!: readonly UnitId[];
  @IsCode() readonly taskType!: TaskType;
  /** Absent: by the working days that the policy has for the type. */
  @MayBeAbsent() @IsDay() readonly deadline?: Day;
  @IsText(2_000) readonly criterion!: string;
}
