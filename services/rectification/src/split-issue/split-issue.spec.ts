import { describe, it } from '@jest/globals';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import {
  begun,
  issueSplit,
  joined,
  listed,
  merged,
  opinionId,
  otherOpinionId,
  resolved,
  split,
  takenIn,
  taskClosed,
} from '@redress/contracts/rectification/issue.examples';
import { lead, officer } from '@redress/contracts/rectification/people.examples';
import type { IssueId, OpinionId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { issues } from '../issue/issue.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { splitIssue } from './split-issue.js';

const { given } = specFor(issues);
const { severities } = DEFAULT_POLICY;
const around = { isTaken: false, severities };
const spoken = given(listed, joined);
const nobodys = '0190a5c4-1111-7aaa-8aaa-000000000088' as OpinionId;

describe('the office splits an issue', () => {
  it('and says which opinions go, and which belong to both', () => {
    spoken.when(splitIssue(split, officer, around)).yields(issueSplit);
    given(listed, joined, begun, taskClosed, resolved)
      .when(splitIssue(split, officer, around))
      .yields(issueSplit);
  });

  it('for a matter that nobody spoke of', () => {
    const alone = { ...split, opinions: [], both: [] };
    spoken
      .when(splitIssue(alone, officer, around))
      .yields(having(issueSplit, { opinions: [] as never, both: [] as never }));
  });

  it('more than once, each time into a new one', () => {
    const again = { newIssueId: '0190a5c4-1111-7aaa-8aaa-000000000089' as IssueId };
    given(listed, joined, issueSplit)
      .when(splitIssue({ ...split, ...again, opinions: [], both: [] }, officer, around))
      .yields(having<IssueEvent & { type: 'IssueSplit' }>(issueSplit, { ...again, opinions: [], both: [] }));
  });

  it('and names no channel where none is known', () => {
    const { issueId, title, problem, topic, severity } = listed.data;
    const before = {
      type: 'IssueListed',
      data: { issueId, title, problem, topic, severity, opinionId },
    } as const;
    given(before, joined)
      .when(splitIssue(split, officer, around))
      .yields({ type: 'IssueSplit', data: split });
  });

  it('also an opinion that came with a merged issue, as long as it belongs to both', () => {
    const shared = { ...split, opinions: [], both: [otherOpinionId] };
    given(listed, takenIn)
      .when(splitIssue(shared, officer, around))
      .yields(
        having<IssueEvent & { type: 'IssueSplit' }>(issueSplit, { opinions: [], both: [otherOpinionId] }),
      );
  });

  it.each([
    ['not-the-office', spoken, split, lead, around],
    ['no-such-issue', given(), split, officer, around],
    ['issue-id-is-taken', spoken, split, officer, { ...around, isTaken: true }],
    ['issue-id-is-taken', spoken, { ...split, newIssueId: split.issueId }, officer, around],
    ['issue-id-is-taken', given(listed, joined, issueSplit), { ...split, title: 'x' }, officer, around],
    ['no-such-severity', spoken, { ...split, severity: 'grave' }, officer, around],
    ['issue-is-merged', given(listed, joined, merged), split, officer, around],
    ['opinion-named-twice', spoken, { ...split, both: [otherOpinionId] }, officer, around],
    ['not-an-opinion-of-the-issue', spoken, { ...split, both: [nobodys] }, officer, around],
    ['not-an-opinion-of-the-issue', given(listed), split, officer, around],
    ['opinion-of-a-merged-issue', given(listed, takenIn), split, officer, around],
    ['opinion-of-a-merged-issue', given(listed, joined, takenIn), split, officer, around],
  ] as const)('but is told %s', (reason, issue, command, actor, beside) => {
    const asked = { ...command, opinions: [...command.opinions], both: [...command.both] };
    issue.when(splitIssue(asked, actor, beside)).isRejected(reason);
  });

  it('once, even when the new issue has its id by then', () => {
    given(listed, joined, issueSplit)
      .when(splitIssue(split, officer, { ...around, isTaken: true }))
      .changesNothing();
  });
});
