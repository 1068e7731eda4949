import { AreParts, IsReason } from '../fields.js';
import { PlannedMeasure } from './plan-measures.js';
import { EntryRef } from './refs.js';

export const PLAN_CHANGE_REJECTIONS = [
  'no-such-task',
  'not-the-lead-unit',
  'entry-id-is-taken',
  'not-planned-yet',
  'close-out-is-requested',
  'task-is-closed',
  'measure-named-twice',
  'done-measure-changed',
  'measure-due-after-the-deadline',
  'nothing-changes',
] as const;
export type PlanChangeRejection = (typeof PLAN_CHANGE_REJECTIONS)[number];

/** The lead unit changes what is still to be done, and says why. These are all measures as they shall be from now on. */
export class ChangeMeasures extends EntryRef {
  static readonly subject = 'rectification.change-measures';
  static readonly rejections = PLAN_CHANGE_REJECTIONS;
  @IsReason() readonly reason!: string;
  @AreParts(() => PlannedMeasure, 1, 50) readonly measures!: PlannedMeasure[];
}
