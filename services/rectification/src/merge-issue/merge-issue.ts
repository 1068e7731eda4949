import type { Actor } from '@redress/contracts/envelope';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import type {
  MergeIssue,
  MergingRejection,
  UnmergeIssue,
  UnmergingRejection,
} from '@redress/contracts/rectification/merge-issue';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Issue } from '../issue/issue.js';
import { type Change, settled } from '../issue/settle.js';
import { isOffice } from '../task/who.js';

/**
 * The office lets an issue be dealt with under another; `target` is that one, perhaps some milliseconds old. Neither
 * may be part of another merging: there are no chains, and so no rings. What has come to its end stays as it is.
 */
export const mergeIssue =
  ({ issueId, into, reason }: MergeIssue, actor: Actor, target: Issue) =>
  (issue: Issue): Decision<IssueEvent, MergingRejection> => {
    if (!isOffice(actor)) return reject('not-the-office');
    if (issue.status === 'unlisted') return reject('no-such-issue');
    if (issue.merging) return issue.merging.into === into ? [] : reject('already-merged');
    if (issue.status === 'resolved') return reject('issue-is-resolved');
    if (into === issueId) return reject('merged-into-itself');
    if (target.status === 'unlisted') return reject('no-such-target');
    if (target.merging) return reject('target-is-merged');
    if (issue.sources.some(({ isHere }) => isHere)) return reject('has-merged-issues');
    if (target.status === 'resolved' && issue.status === 'in-hand') return reject('target-is-resolved');

    return settled(
      issueId,
      issue,
      [() => ({ type: 'IssueMerged', data: { issueId, into, reason } })],
      reason,
    );
  };

/** The office, or the service when two mergings met, lets it be on its own again: as it stands by now, perhaps resolved. */
export const unmergeIssue =
  ({ issueId, reason }: UnmergeIssue, actor: Actor) =>
  (issue: Issue): Decision<IssueEvent, UnmergingRejection> => {
    if (!isOffice(actor) && actor.role !== 'system') return reject('not-the-office');
    if (issue.status === 'unlisted') return reject('no-such-issue');
    if (!issue.merging) return issue.unmerging ? [] : reject('not-merged');

    const { into: from } = issue.merging;
    const unmerged: Change = (stands) => ({ type: 'IssueUnmerged', data: { issueId, from, reason, stands } });
    return settled(issueId, issue, [unmerged], reason);
  };
