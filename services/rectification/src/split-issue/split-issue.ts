import type { Actor } from '@redress/contracts/envelope';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import type { SeverityPolicy } from '@redress/contracts/rectification/policy';
import type { SplitIssue, SplittingRejection } from '@redress/contracts/rectification/split-issue';
import type { OpinionId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { isDeepStrictEqual } from 'node:util';
import { opinionsOf } from '../issue/belongings.js';
import type { Issue } from '../issue/issue.js';
import { settled } from '../issue/settle.js';
import { isOffice } from '../task/who.js';

/** What the rule must know beyond the issue itself. */
export type Around = { readonly isTaken: boolean; readonly severities: readonly SeverityPolicy[] };

/**
 * The office makes a new issue of a part of one; `isTaken` says whether something else has its id, and `severities` are
 * those of the day. What came with a merging may belong to both, but goes nowhere else: the merging could not be undone.
 */
export const splitIssue =
  (command: SplitIssue, actor: Actor, { isTaken, severities }: Around) =>
  (issue: Issue): Decision<IssueEvent, SplittingRejection> => {
    const { issueId, newIssueId, severity, opinions, both, reason } = command;
    if (!isOffice(actor)) return reject('not-the-office');
    if (issue.status === 'unlisted') return reject('no-such-issue');
    const before = issue.splits.find((split) => split.newIssueId === newIssueId);
    const { channel } = issue.listing;
    const data = { ...command, ...(channel && { channel }) };
    if (before) return isDeepStrictEqual(before, data) ? [] : reject('issue-id-is-taken');
    if (isTaken || newIssueId === issueId) return reject('issue-id-is-taken');
    if (severities.every(({ name }) => name !== severity)) return reject('no-such-severity');
    if (issue.merging) return reject('issue-is-merged');
    if (opinions.some((id) => both.includes(id))) return reject('opinion-named-twice');
    const belonging = opinionsOf(issue);
    if ([...opinions, ...both].some((id) => !belonging.includes(id)))
      return reject('not-an-opinion-of-the-issue');
    const isElsewhere = (id: OpinionId): boolean =>
      issue.sources.some((source) => source.opinions.includes(id));
    if (opinions.some(isElsewhere)) return reject('opinion-of-a-merged-issue');

    return settled(issueId, issue, [() => ({ type: 'IssueSplit', data })], reason);
  };
