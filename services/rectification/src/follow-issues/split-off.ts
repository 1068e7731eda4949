import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import type { PersonId } from '@redress/contracts/values';
import type { Issue, Split } from '../issue/issue.js';
import { joining } from '../list-issue/list-issue.js';

/** The new issue of a split goes on the books. Under an id that somebody else was first with, the opinions join that. */
export const splitOff =
  (
    { issueId: from, newIssueId: issueId, opinions: own, both, ...listing }: Split,
    listedBy: PersonId | undefined,
  ) =>
  (issue: Issue): readonly IssueEvent[] => {
    const opinions = [...own, ...both];
    if (issue.status !== 'unlisted') return joining(issueId, issue, opinions, listing.reason, listedBy);

    const data = { issueId, from, opinions, ...listing, ...(listedBy && { listedBy }) };
    return [{ type: 'IssueSplitOff', data }];
  };
