import { Written } from '../command.js';
import { IsCount, IsId } from '../fields.js';
import type { ChecklistId } from '../values.js';
import { ChecklistContent } from './checklist.js';

export const CHECKLIST_REJECTIONS = [
  'may-not-publish-checklists',
  'item-named-twice',
  'belongs-to-another-kind',
  'number-without-threshold',
  'least-above-most',
  'choice-without-choices',
  'choice-named-twice',
  'cannot-fail',
  'checklist-too-large',
] as const;
export type ChecklistRejection = (typeof CHECKLIST_REJECTIONS)[number];

export class ChecklistRef {
  @IsId() readonly checklistId!: ChecklistId;
}

export class PublishedChecklist extends Written {
  /** From 1 on; the one before when nothing is new. */
  @IsCount(1, Number.MAX_SAFE_INTEGER) readonly version!: number;
}

/** The office publishes a checklist, or its next version. Those before stay as they were: visits were made by them. */
export class PublishChecklist extends ChecklistContent {
  static readonly subject = 'inspection.publish-checklist';
  static readonly rejections = CHECKLIST_REJECTIONS;
  static readonly reply = PublishedChecklist;
  @IsId() readonly checklistId!: ChecklistId;
}
