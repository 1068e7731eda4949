import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import type { Issue } from '../issue/issue.js';
import { resolution } from '../issue/resolution.js';

export type Listing = Extract<OpinionEvent, { type: 'OpinionListed' }>['data'];

/**
 * The first opinion that was listed under an id puts the issue on the books; the others join it. Whoever joins an
 * issue that is resolved hears of the outcome like those before.
 */
export const listIssue =
  ({ opinionId, issueId, title, problem, topic, severity, channel }: Listing) =>
  (issue: Issue): readonly IssueEvent[] => {
    if (issue.status === 'unlisted') {
      const listing = { issueId, title, problem, topic, severity, opinionId, ...(channel && { channel }) };
      return [{ type: 'IssueListed', data: listing }];
    }
    if (issue.opinions.includes(opinionId)) return [];

    const joined: IssueEvent = { type: 'OpinionJoinedIssue', data: { issueId, opinionId } };
    return issue.status === 'resolved' ? [joined, resolution(issueId, issue, [opinionId])] : [joined];
  };
