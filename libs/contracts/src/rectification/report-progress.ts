import { AreIds, IsText } from '../fields.js';
import type { MeasureId } from '../values.js';
import { EntryRef } from './refs.js';

export const PROGRESS_REJECTIONS = [
  'no-such-task',
  'not-a-responsible-unit',
  'not-planned-yet',
  'task-is-closed',
  'entry-id-is-taken',
  'no-such-measure',
] as const;
export type ProgressRejection = (typeof PROGRESS_REJECTIONS)[number];

/** The lead unit or a supporting one says how far it is, and which measures are done with that. */
export class ReportProgress extends EntryRef {
  static readonly subject = 'rectification.report-progress';
  static readonly rejections = PROGRESS_REJECTIONS;
  @IsText(20_000) readonly text!: string;
  @AreIds(0, 50) readonly done!: MeasureId[];
}
