import { AreParts, IsId, IsText } from '../fields.js';
import type { MeasureId } from '../values.js';
import { EntryRef } from './refs.js';

export const CLOSE_OUT_REJECTIONS = [
  'no-such-task',
  'not-the-lead-unit',
  'not-planned-yet',
  'task-is-closed',
  'entry-id-is-taken',
  'no-evidence',
  'no-such-measure',
  'measure-named-twice',
  'measure-is-done',
  'measure-left-open',
] as const;
export type CloseOutRejection = (typeof CLOSE_OUT_REJECTIONS)[number];

/** A measure that was not done, and why the task may be closed all the same. */
export class UnfinishedMeasure {
  @IsId() readonly measureId!: MeasureId;
  @IsText(2_000) readonly explanation!: string;
}

/** The lead unit asks that the line be struck off. A new request replaces the one before. */
export class RequestCloseOut extends EntryRef {
  static readonly subject = 'rectification.request-close-out';
  static readonly rejections = CLOSE_OUT_REJECTIONS;
  @IsText(20_000) readonly summary!: string;
  @AreParts(() => UnfinishedMeasure, 0, 50) readonly unfinished!: UnfinishedMeasure[];
}
