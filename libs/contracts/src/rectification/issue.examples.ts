import type { IssueId, OpinionId, TaskId } from '../values.js';
import { findingNotListed, listedFromFinding } from './from-finding.examples.js';
import type { IssueEvent } from './issue.events.js';
import { leadUnit, strangeUnit, supportingUnit } from './people.examples.js';
import type { MergeIssue, UnmergeIssue } from './merge-issue.js';
import type { SplitIssue } from './split-issue.js';
import { issueId, otherIssueId, taskId } from './task.examples.js';

// One valid example of everything, for the specs of this service and of those who listen to it.
export const opinionId = '0190a5c4-1111-7aaa-8aaa-000000000008' as OpinionId;
export const otherOpinionId = '0190a5c4-1111-7aaa-8aaa-000000000018' as OpinionId;
export const newIssueId = '0190a5c4-1111-7aaa-8aaa-000000000092' as IssueId;
export const otherTaskId = '0190a5c4-1111-7aaa-8aaa-000000000011' as TaskId;

export const listed = {
  type: 'IssueListed',
  data: {
    issueId,
    title: 'The wash-house leaks',
    problem: '三号楼水房漏水已有两周。',
    topic: 'housing',
    severity: 'ordinary',
    opinionId,
    channel: 'hotline',
  },
} satisfies IssueEvent;
export const joined = {
  type: 'OpinionJoinedIssue',
  data: { issueId, opinionId: otherOpinionId },
} satisfies IssueEvent;
export const begun = {
  type: 'TaskBegunOnIssue',
  data: {
    issueId,
    taskId,
    taskRevision: 0,
    title: 'Mend the wash-house',
    units: [leadUnit, supportingUnit],
    stands: 'in-hand',
  },
} satisfies IssueEvent;
export const taskReassigned = {
  type: 'TaskReassignedOnIssue',
  data: { issueId, taskId, taskRevision: 2, units: [strangeUnit, supportingUnit], stands: 'in-hand' },
} satisfies IssueEvent;
export const taskClosed = {
  type: 'TaskClosedOnIssue',
  data: { issueId, taskId, taskRevision: 7, outcome: 'The pipe was replaced', stands: 'resolved' },
} satisfies IssueEvent;
export const taskReopened = {
  type: 'TaskReopenedOnIssue',
  data: { issueId, taskId, taskRevision: 8, reason: 'It leaks again', stands: 'in-hand' },
} satisfies IssueEvent;
export const resolved = {
  type: 'IssueResolved',
  data: { issueId, opinions: [opinionId], tasks: [taskId], outcome: 'The pipe was replaced' },
} satisfies IssueEvent;
export const issueReopened = {
  type: 'IssueReopened',
  data: { issueId, opinions: [opinionId], reason: 'It leaks again', stands: 'in-hand' },
} satisfies IssueEvent;

export const merge = {
  issueId,
  into: otherIssueId,
  reason: 'Both speak of the same pipe',
} satisfies MergeIssue;
export const unmerge = { issueId, reason: 'It is another pipe after all' } satisfies UnmergeIssue;
export const split = {
  issueId,
  newIssueId,
  title: 'The stairs are dark',
  problem: 'The lamp on the stairs is broken',
  topic: 'safety',
  severity: 'minor',
  opinions: [otherOpinionId],
  both: [opinionId],
  reason: 'The lamp is a matter of its own',
} satisfies SplitIssue;

export const merged = { type: 'IssueMerged', data: merge } satisfies IssueEvent;
export const unmerged = {
  type: 'IssueUnmerged',
  data: { ...unmerge, from: otherIssueId, stands: 'listed' },
} satisfies IssueEvent;
/** The other side of it, in the stream of the issue: another was merged into this one. */
export const takenIn = {
  type: 'IssueTakenIn',
  data: {
    issueId,
    source: otherIssueId,
    sourceRevision: 1,
    reason: merge.reason,
    opinions: [otherOpinionId],
    tasks: [],
    units: [],
    stands: 'listed',
  },
} satisfies IssueEvent;
export const givenBack = {
  type: 'IssueGivenBack',
  data: {
    issueId,
    source: otherIssueId,
    sourceRevision: 2,
    reason: unmerge.reason,
    opinions: [otherOpinionId],
    staying: [],
    tasks: [],
    units: [],
    stands: 'listed',
  },
} satisfies IssueEvent;
export const issueSplit = {
  type: 'IssueSplit',
  data: { ...split, channel: 'hotline' },
} satisfies IssueEvent;
export const splitOff = {
  type: 'IssueSplitOff',
  data: {
    issueId: newIssueId,
    from: issueId,
    title: split.title,
    problem: split.problem,
    topic: split.topic,
    severity: 'minor',
    channel: 'hotline',
    opinions: [otherOpinionId, opinionId],
    reason: split.reason,
  },
} satisfies IssueEvent;

// Total: an event without an example does not compile.
export const examples: { readonly [E in IssueEvent as E['type']]: E } = {
  IssueListed: listed,
  IssueListedFromFinding: listedFromFinding,
  FindingNotListed: findingNotListed,
  OpinionJoinedIssue: joined,
  TaskBegunOnIssue: begun,
  TaskReassignedOnIssue: taskReassigned,
  TaskClosedOnIssue: taskClosed,
  TaskReopenedOnIssue: taskReopened,
  IssueResolved: resolved,
  IssueReopened: issueReopened,
  IssueMerged: merged,
  IssueUnmerged: unmerged,
  IssueTakenIn: takenIn,
  IssueGivenBack: givenBack,
  IssueSplit: issueSplit,
  IssueSplitOff: splitOff,
};
