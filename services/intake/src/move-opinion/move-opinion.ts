import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { IssueId, OpinionId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { awaited, endOf, moved } from '../opinion/ends.js';
import type { Opinion } from '../opinion/opinion.js';
import { after, type TellingRejection } from '../tell-outcome/tell-outcome.js';

/** An issue, and the revision of its stream from which that is so. */
type IssueAt = { readonly issueId: IssueId; readonly revision: number };

export type Move = {
  readonly opinionId: OpinionId;
  readonly leaves?: IssueAt | undefined;
  readonly joins?: IssueAt | undefined;
  readonly reason: string;
};

/**
 * By a merging or a splitting, an opinion hears the end of another issue, or of one more. What it was told of the issue
 * that it leaves does not hold any more. Of each issue, what is older than what the opinion knows of it is left out.
 */
export const moveOpinion =
  ({ opinionId, leaves, joins, reason }: Move) =>
  (opinion: Opinion): Decision<OpinionEvent, TellingRejection> => {
    if (opinion.status === 'unsent') return reject('no-such-opinion');
    if (!('ends' in opinion) || opinion.as !== 'listed') return reject('waits-for-another-end');
    const { ends } = opinion;
    const isNews = (issue: IssueAt | undefined): issue is IssueAt =>
      issue !== undefined && (endOf(ends, issue.issueId)?.revision ?? -2) < issue.revision;
    const [left, joined] = [isNews(leaves) ? leaves : undefined, isNews(joins) ? joins : undefined];
    const known = joined && endOf(ends, joined.issueId);
    if (!left && (!joined || (known && !known.isLeft))) return [];

    const changed = moved(
      ends,
      left && awaited(left.issueId, left.revision),
      joined && awaited(joined.issueId, joined.revision),
    );
    const move = { ...(left && { leaves: left }), ...(joined && { joins: joined }) };
    return [{ type: 'OpinionMoved', data: { opinionId, ...move, reason, ...after(opinion, changed) } }];
  };
