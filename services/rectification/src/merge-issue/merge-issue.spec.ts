import { describe, it } from '@jest/globals';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import {
  begun,
  givenBack,
  issueReopened,
  joined,
  listed,
  merge,
  merged,
  opinionId,
  otherOpinionId,
  resolved,
  takenIn,
  taskClosed,
  taskReopened,
  unmerge,
  unmerged,
} from '@redress/contracts/rectification/issue.examples';
import { inspector, lead, leadingGroup, officer } from '@redress/contracts/rectification/people.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { type Issue, issues } from '../issue/issue.js';
import { mergeIssue, unmergeIssue } from './merge-issue.js';

const { given } = specFor(issues);
const issueAfter = (...events: readonly IssueEvent[]): Issue => events.reduce(issues.evolve, issues.initial);
const target = issueAfter(listed, begun);
const ended = issueAfter(listed, begun, taskClosed, resolved);
const whileMerged = having<IssueEvent & { type: 'TaskClosedOnIssue' }>(taskClosed, { stands: 'merged' });
const reopenedMeanwhile = having<IssueEvent & { type: 'TaskReopenedOnIssue' }>(taskReopened, {
  stands: 'merged',
});

describe('the office merges an issue into another', () => {
  it('that is open, whether or not it has tasks itself', () => {
    given(listed)
      .when(mergeIssue(merge, officer, target))
      .yields(merged);
    given(listed, begun)
      .when(mergeIssue(merge, officer, target))
      .yields(merged);
    given(listed, begun, taskClosed, resolved, taskReopened, issueReopened)
      .when(mergeIssue(merge, officer, target))
      .yields(merged);
  });

  it('that is resolved, when it has no tasks itself', () => {
    given(listed)
      .when(mergeIssue(merge, officer, ended))
      .yields(merged);
  });

  it('once more after that was taken back', () => {
    given(listed, merged, unmerged)
      .when(mergeIssue(merge, officer, target))
      .yields(merged);
    given(listed, takenIn, givenBack)
      .when(mergeIssue(merge, officer, target))
      .yields(merged);
  });

  it.each([
    ['not-the-office', given(listed), merge, lead, target],
    ['not-the-office', given(listed), merge, inspector, target],
    ['no-such-issue', given(), merge, officer, target],
    ['already-merged', given(listed, merged), { ...merge, into: listed.data.issueId }, officer, target],
    ['issue-is-resolved', given(listed, begun, taskClosed, resolved), merge, officer, target],
    ['merged-into-itself', given(listed), { ...merge, into: merge.issueId }, officer, target],
    ['no-such-target', given(listed), merge, officer, issueAfter()],
    ['target-is-merged', given(listed), merge, officer, issueAfter(listed, merged)],
    ['has-merged-issues', given(listed, takenIn), merge, officer, target],
    ['target-is-resolved', given(listed, begun), merge, officer, ended],
  ] as const)('but is told %s', (reason, issue, command, actor, other) => {
    issue.when(mergeIssue(command, actor, other)).isRejected(reason);
  });
});

describe('the office takes a merging back', () => {
  it('and the issue stands as it does by itself by then', () => {
    given(listed, merged).when(unmergeIssue(unmerge, officer)).yields(unmerged);
    const inHand = having<IssueEvent & { type: 'IssueUnmerged' }>(unmerged, { stands: 'in-hand' });
    given(listed, begun, merged).when(unmergeIssue(unmerge, officer)).yields(inHand);
    given(listed, begun, merged, whileMerged, reopenedMeanwhile)
      .when(unmergeIssue(unmerge, officer))
      .yields(inHand);
  });

  it('and who spoke of it, also since, hears of its own tasks when these are closed by then', () => {
    const stands = having<IssueEvent & { type: 'IssueUnmerged' }>(unmerged, { stands: 'resolved' });
    const opinions = [opinionId, otherOpinionId];
    given(listed, begun, merged, joined, whileMerged)
      .when(unmergeIssue(unmerge, officer))
      .yields(stands, having(resolved, { opinions }));
  });

  it('as the service does when two mergings met', () => {
    given(listed, merged)
      .when(unmergeIssue(unmerge, { role: 'system' }))
      .yields(unmerged);
  });

  it.each([
    ['not-the-office', given(listed, merged), leadingGroup],
    ['no-such-issue', given(), officer],
    ['not-merged', given(listed, takenIn), officer],
  ] as const)('but is told %s', (reason, issue, actor) => {
    issue.when(unmergeIssue(unmerge, actor)).isRejected(reason);
  });
});
