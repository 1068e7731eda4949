import { expect, it } from '@jest/globals';
import { taskWithdrawn } from '@redress/contracts/rectification/aftermath.examples';
import {
  begun,
  listed,
  merge,
  merged,
  newIssueId,
  otherOpinionId,
  otherTaskId,
  resolved,
  split,
  taskClosed,
  unmerge,
} from '@redress/contracts/rectification/issue.examples';
import { officer } from '@redress/contracts/rectification/people.examples';
import {
  assigned,
  closed,
  issueId,
  otherIssueId,
  reassigned,
  reopened,
} from '@redress/contracts/rectification/task.examples';
import { having } from '@redress/eventsourcing/spec';
import { driven } from '@redress/eventsourcing/state-table';
import { takeIn } from '../follow-issues/follow-source.js';
import { followTask } from '../follow-tasks/follow-tasks.js';
import { issues, type ListedIssue } from '../issue/issue.js';
import { listIssue } from '../list-issue/list-issue.js';
import { mergeIssue, unmergeIssue } from '../merge-issue/merge-issue.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { splitIssue } from '../split-issue/split-issue.js';
import { tableUnder } from './readme.examples.js';

it('the README says what every command and every event does to an issue in every status', () => {
  const { opinionId, ...listing } = { ...listed.data, opinionId: otherOpinionId };
  const other = issues.evolve(issues.initial, listed) as ListedIssue;
  const alone = { ...split, opinions: [], both: [] };
  const around = { isTaken: false, severities: DEFAULT_POLICY.severities };
  const commands = {
    OpinionListed: listIssue({ ...listing, opinionId }),
    TaskAssigned: followTask(issueId, having(assigned, { taskId: otherTaskId }), 0),
    TaskReassigned: followTask(issueId, reassigned, 17),
    TaskClosed: followTask(issueId, closed, 17),
    TaskWithdrawn: followTask(issueId, taskWithdrawn, 17),
    TaskReopened: followTask(issueId, reopened, 18),
    MergeIssue: mergeIssue({ ...merge, into: newIssueId }, officer, other),
    UnmergeIssue: unmergeIssue(unmerge, officer),
    SplitIssue: splitIssue(alone, officer, around),
    'another is merged into it': takeIn(issueId, otherIssueId, { ...other, merging: merged.data }),
  };
  const histories = [[], [listed], [listed, begun], [listed, begun, taskClosed, resolved], [listed, merged]];
  expect(tableUnder('An issue')).toEqual(driven(issues, commands, histories));
});
