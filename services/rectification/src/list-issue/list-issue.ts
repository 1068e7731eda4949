import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import type { IssueId, OpinionId, PersonId } from '@redress/contracts/values';
import type { Issue, ListedIssue } from '../issue/issue.js';
import { type Change, settled } from '../issue/settle.js';

/** What was listed, and by whom. */
export type Listing = Extract<OpinionEvent, { type: 'OpinionListed' }>['data'] & {
  readonly listedBy?: PersonId;
};

/**
 * The first opinion that was listed under an id puts the issue on the books; the others join it. Whoever joins an
 * issue that is resolved hears of the outcome like those before.
 */
export const listIssue =
  ({ opinionId, issueId, title, problem, topic, severity, channel, listedBy }: Listing) =>
  (issue: Issue): readonly IssueEvent[] => {
    if (issue.status === 'unlisted') {
      const told = { ...(channel && { channel }), ...(listedBy && { listedBy }) };
      const listing = { issueId, title, problem, topic, severity, opinionId, ...told };
      return [{ type: 'IssueListed', data: listing }];
    }
    return joining(issueId, issue, [opinionId], title, listedBy);
  };

/** Opinions come to an issue that is on the books, those that are not there already. */
export const joining = (
  issueId: IssueId,
  issue: ListedIssue,
  opinions: readonly OpinionId[],
  because: string,
  listedBy?: PersonId,
): readonly IssueEvent[] => {
  const more = opinions.filter((id) => !issue.opinions.includes(id));
  const joined = more.map((opinionId): Change => () => ({
    type: 'OpinionJoinedIssue',
    data: { issueId, opinionId, ...(listedBy && { listedBy }) },
  }));
  return settled(issueId, issue, joined, because);
};
