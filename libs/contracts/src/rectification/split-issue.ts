import { AreIds, IsId, IsCode, IsReason, IsText } from '../fields.js';
import type { Severity } from '../intake/words.js';
import type { IssueId, OpinionId } from '../values.js';
import { IssueRef } from './merge-issue.js';

/** The issue, and the one that is split off it; the office makes up its id. */
export class SplitRef extends IssueRef {
  @IsId() readonly newIssueId!: IssueId;
}

export const SPLITTING_REJECTIONS = [
  'not-the-office',
  'no-such-issue',
  'issue-id-is-taken',
  'no-such-severity',
  'issue-is-merged',
  'opinion-named-twice',
  'not-an-opinion-of-the-issue',
  'opinion-of-a-merged-issue',
] as const;
export type SplittingRejection = (typeof SPLITTING_REJECTIONS)[number];

/**
 * The office makes a new issue of a part of this one. `opinions` go there; those in `both` have two matters, and hear
 * both ends. There may be none of either: then it is a matter that nobody spoke of. Tasks stay where they are. It is
 * taken back by merging the new issue into this one.
 */
export class SplitIssue extends SplitRef {
  static readonly subject = 'rectification.split-issue';
  static readonly rejections = SPLITTING_REJECTIONS;
  @IsText(200) readonly title!: string;
  @IsText(20_000) readonly problem!: string;
  @IsText(200) readonly topic!: string;
  @IsCode() readonly severity!: Severity;
  @AreIds(0, 1_000) readonly opinions!: OpinionId[];
  @AreIds(0, 1_000) readonly both!: OpinionId[];
  @IsReason() readonly reason!: string;
}
