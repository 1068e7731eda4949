import { AreIds, IsDay, IsId, IsReason, MayBeAbsent } from '../fields.js';
import type { Day, UnitId } from '../values.js';
import { EntryRef } from './refs.js';

export const RETURN_REJECTIONS = [
  'no-such-task',
  'task-is-closed',
  'not-the-lead-unit',
  'entry-id-is-taken',
  'task-is-returned',
  'already-accepted',
  'return-is-too-late',
] as const;
export type ReturnRejection = (typeof RETURN_REJECTIONS)[number];

/** The lead unit gives a task back that it has not accepted, and says why it is not its own. */
export class ReturnTask extends EntryRef {
  static readonly subject = 'rectification.return-task';
  static readonly rejections = RETURN_REJECTIONS;
  @IsReason() readonly reason!: string;
}

export const REASSIGNMENT_REJECTIONS = [
  'no-such-task',
  'not-the-office',
  'entry-id-is-taken',
  'not-returned',
  'lead-unit-also-supports',
  'no-such-unit',
  'deadline-before-assignment',
  'deadline-needed',
] as const;
export type ReassignmentRejection = (typeof REASSIGNMENT_REJECTIONS)[number];

/** The office makes another unit answer for a returned task, until another day; all else stays as it was assigned. */
export class ReassignTask extends EntryRef {
  static readonly subject = 'rectification.reassign-task';
  static readonly rejections = REASSIGNMENT_REJECTIONS;
  @IsId() readonly leadUnit!: UnitId;
  @AreIds(0, 20) readonly supportingUnits!: UnitId[];
  /** Absent: by the working days that the policy has for the type. */
  @MayBeAbsent() @IsDay() readonly deadline?: Day;
}
