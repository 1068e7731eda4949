import { AreParts, IsDay, IsId, IsText } from '../fields.js';
import type { Day, MeasureId, PersonId } from '../values.js';
import { TaskRef } from './refs.js';

export const PLAN_REJECTIONS = [
  'no-such-task',
  'task-is-closed',
  'not-the-lead-unit',
  'not-accepted-yet',
  'already-planned',
  'measure-named-twice',
  'measure-due-after-the-deadline',
] as const;
export type PlanRejection = (typeof PLAN_REJECTIONS)[number];

/** One promised step: who does what until when, and how it is seen to be done. */
export class PlannedMeasure {
  @IsId() readonly measureId!: MeasureId;
  @IsText(2_000) readonly what!: string;
  @IsId() readonly person!: PersonId;
  @IsDay() readonly due!: Day;
  @IsText(2_000) readonly criterion!: string;
}

export class PlanMeasures extends TaskRef {
  static readonly subject = 'rectification.plan-measures';
  static readonly rejections = PLAN_REJECTIONS;
  @AreParts(() => PlannedMeasure, 1, 50) readonly measures!: PlannedMeasure[];
}
