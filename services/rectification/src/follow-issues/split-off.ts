import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import type { Issue, Split } from '../issue/issue.js';
import { joining } from '../list-issue/list-issue.js';

/** The new issue of a split goes on the books. Under an id that somebody else was first with, the opinions join that. */
export const splitOff =
  ({ issueId: from, newIssueId: issueId, opinions: own, both, ...listing }: Split) =>
  (issue: Issue): readonly IssueEvent[] => {
    const opinions = [...own, ...both];
    if (issue.status !== 'unlisted') return joining(issueId, issue, opinions, listing.reason);

    return [{ type: 'IssueSplitOff', data: { issueId, from, opinions, ...listing } }];
  };
