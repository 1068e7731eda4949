import type { OpinionId, TaskId } from '../values.js';
import type { IssueEvent } from './issue.events.js';
import { leadUnit, strangeUnit, supportingUnit } from './people.examples.js';
import { issueId, taskId } from './task.examples.js';

// One valid example of everything, for the specs of this service and of those who listen to it.
export const opinionId = '0190a5c4-1111-7aaa-8aaa-000000000008' as OpinionId;
export const otherOpinionId = '0190a5c4-1111-7aaa-8aaa-000000000018' as OpinionId;
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
  },
} satisfies IssueEvent;
export const taskReassigned = {
  type: 'TaskReassignedOnIssue',
  data: { issueId, taskId, taskRevision: 2, units: [strangeUnit, supportingUnit] },
} satisfies IssueEvent;
export const taskClosed = {
  type: 'TaskClosedOnIssue',
  data: { issueId, taskId, taskRevision: 7, outcome: 'The pipe was replaced' },
} satisfies IssueEvent;
export const taskReopened = {
  type: 'TaskReopenedOnIssue',
  data: { issueId, taskId, taskRevision: 8, reason: 'It leaks again' },
} satisfies IssueEvent;
export const resolved = {
  type: 'IssueResolved',
  data: { issueId, opinions: [opinionId], tasks: [taskId], outcome: 'The pipe was replaced' },
} satisfies IssueEvent;
export const issueReopened = {
  type: 'IssueReopened',
  data: { issueId, opinions: [opinionId], reason: 'It leaks again' },
} satisfies IssueEvent;

// Total: an event without an example does not compile.
export const examples: { readonly [E in IssueEvent as E['type']]: E } = {
  IssueListed: listed,
  OpinionJoinedIssue: joined,
  TaskBegunOnIssue: begun,
  TaskReassignedOnIssue: taskReassigned,
  TaskClosedOnIssue: taskClosed,
  TaskReopenedOnIssue: taskReopened,
  IssueResolved: resolved,
  IssueReopened: issueReopened,
};
