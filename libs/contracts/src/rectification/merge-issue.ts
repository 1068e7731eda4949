import { IsId, IsReason } from '../fields.js';
import type { IssueId } from '../values.js';

/** Which issue; whoever lists the first opinion under it makes up the id. */
export class IssueRef {
  @IsId() readonly issueId!: IssueId;
}

export const MERGING_REJECTIONS = [
  'not-the-office',
  'no-such-issue',
  'already-merged',
  'issue-is-resolved',
  'merged-into-itself',
  'no-such-target',
  'target-is-merged',
  'has-merged-issues',
  'target-is-resolved',
] as const;
export type MergingRejection = (typeof MERGING_REJECTIONS)[number];

/**
 * The office says that two issues are one matter. Whoever spoke of this one hears the end of the other; its tasks go
 * on, and the other is resolved only when these are closed too.
 */
export class MergeIssue extends IssueRef {
  static readonly subject = 'rectification.merge-issue';
  static readonly rejections = MERGING_REJECTIONS;
  @IsId() readonly into!: IssueId;
  @IsReason() readonly reason!: string;
}

export const UNMERGING_REJECTIONS = ['not-the-office', 'no-such-issue', 'not-merged'] as const;
export type UnmergingRejection = (typeof UNMERGING_REJECTIONS)[number];

/** The office says that it is a matter of its own after all: it takes back what it brought, and what came to it since. */
export class UnmergeIssue extends IssueRef {
  static readonly subject = 'rectification.unmerge-issue';
  static readonly rejections = UNMERGING_REJECTIONS;
  @IsReason() readonly reason!: string;
}
