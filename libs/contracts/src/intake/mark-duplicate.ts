import { IsId, IsReason } from '../fields.js';
import type { OpinionId } from '../values.js';
import { OFFICE_REJECTIONS } from './opinion-rejections.js';
import { OpinionRef } from './refs.js';

export const DUPLICATE_REJECTIONS = [
  ...OFFICE_REJECTIONS,
  'duplicate-of-itself',
  'no-such-original',
  'original-is-a-duplicate',
  'has-duplicates-itself',
  'original-is-split',
] as const;
export type DuplicateRejection = (typeof DUPLICATE_REJECTIONS)[number];

/** The office says that another opinion speaks of the same matter. Its submitter will hear the end of that one. */
export class MarkDuplicate extends OpinionRef {
  static readonly subject = 'intake.mark-duplicate';
  static readonly rejections = DUPLICATE_REJECTIONS;
  @IsId() readonly of!: OpinionId;
}

export const LIFT_REJECTIONS = ['no-such-opinion', 'not-the-office', 'not-a-duplicate'] as const;
export type LiftRejection = (typeof LIFT_REJECTIONS)[number];

/** The office says that it is a matter of its own after all; it is to be triaged again. */
export class LiftDuplicateMark extends OpinionRef {
  static readonly subject = 'intake.lift-duplicate-mark';
  static readonly rejections = LIFT_REJECTIONS;
  @IsReason() readonly reason!: string;
}
