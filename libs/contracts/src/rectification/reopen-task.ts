import { IsDay, IsText, MayBeAbsent } from '../fields.js';
import type { Day } from '../values.js';
import { TaskRef } from './refs.js';

export const REOPENING_REJECTIONS = [
  'no-such-task',
  'not-the-office',
  'not-closed',
  'deadline-before-reopening',
  'deadline-needed',
] as const;
export type ReopeningRejection = (typeof REOPENING_REJECTIONS)[number];

/** The office puts a line back that was struck off; the work goes on from its plan. */
export class ReopenTask extends TaskRef {
  static readonly subject = 'rectification.reopen-task';
  static readonly rejections = REOPENING_REJECTIONS;
  @IsText(2_000) readonly reason!: string;
  /** Absent: the old one goes on, or once that has passed, one by the working days that the policy has for the type. */
  @MayBeAbsent() @IsDay() readonly deadline?: Day;
}
