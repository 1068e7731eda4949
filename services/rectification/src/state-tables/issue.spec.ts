import { expect, it } from '@jest/globals';
import {
  begun,
  listed,
  otherOpinionId,
  otherTaskId,
  resolved,
  taskClosed,
} from '@redress/contracts/rectification/issue.examples';
import {
  assigned,
  closed,
  issueId,
  reassigned,
  reopened,
} from '@redress/contracts/rectification/task.examples';
import { having } from '@redress/eventsourcing/spec';
import { followTask } from '../follow-tasks/follow-tasks.js';
import { issues } from '../issue/issue.js';
import { listIssue } from '../list-issue/list-issue.js';
import { driven, tableUnder } from './driven.examples.js';

it('the README says what every event does to an issue in every status', () => {
  const { opinionId, ...listing } = { ...listed.data, opinionId: otherOpinionId };
  const commands = {
    OpinionListed: listIssue({ ...listing, opinionId }),
    TaskAssigned: followTask(issueId, having(assigned, { taskId: otherTaskId }), 0),
    TaskReassigned: followTask(issueId, reassigned, 17),
    TaskClosed: followTask(issueId, closed, 17),
    TaskReopened: followTask(issueId, reopened, 18),
  };
  const histories = [[], [listed], [listed, begun], [listed, begun, taskClosed, resolved]];
  expect(tableUnder('An issue')).toEqual(driven(issues, commands, histories));
});
