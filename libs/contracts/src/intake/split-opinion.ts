import { AreParts, IsId, IsReason, IsText } from '../fields.js';
import type { OpinionId } from '../values.js';
import { OFFICE_REJECTIONS } from './opinion-rejections.js';
import { OpinionRef } from './refs.js';

/** One matter of several in an opinion, under an id that the office makes up. */
export class OpinionPart {
  @IsId() readonly opinionId!: OpinionId;
  @IsText(200) readonly title!: string;
  @IsText(20_000) readonly text!: string;
}

export const PARTING_REJECTIONS = [
  ...OFFICE_REJECTIONS,
  'is-a-part',
  'part-named-twice',
  'opinion-id-is-taken',
] as const;
export type PartingRejection = (typeof PARTING_REJECTIONS)[number];

/**
 * The office splits an opinion that speaks of several matters. Each part goes its own way from there, like an opinion
 * that was acknowledged; its submitter sees all of them under the one receipt.
 */
export class SplitOpinion extends OpinionRef {
  static readonly subject = 'intake.split-opinion';
  static readonly rejections = PARTING_REJECTIONS;
  @AreParts(() => OpinionPart, 2, 10) readonly parts!: OpinionPart[];
  @IsReason() readonly reason!: string;
}

export const JOINING_REJECTIONS = [
  'no-such-opinion',
  'not-the-office',
  'not-split',
  'part-is-in-hand',
] as const;
export type JoiningRejection = (typeof JOINING_REJECTIONS)[number];

/** The office takes the parts together again, as long as nothing was done with any of them. */
export class JoinParts extends OpinionRef {
  static readonly subject = 'intake.join-parts';
  static readonly rejections = JOINING_REJECTIONS;
  @IsReason() readonly reason!: string;
}
