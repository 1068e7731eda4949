import { describe, it } from '@jest/globals';
import { taskWithdrawn } from '@redress/contracts/rectification/aftermath.examples';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import {
  begun,
  issueReopened,
  joined,
  listed,
  merged,
  opinionId,
  otherOpinionId,
  otherTaskId,
  resolved,
  taskClosed,
  taskReassigned,
  taskReopened,
} from '@redress/contracts/rectification/issue.examples';
import {
  assigned,
  closed,
  issueId,
  reassigned,
  reopened,
  taskId,
} from '@redress/contracts/rectification/task.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { issues } from '../issue/issue.js';
import { followTask } from './follow-tasks.js';

const { given } = specFor(issues);
const assignment = followTask(issueId, assigned, 0);
const closing = followTask(issueId, closed, 7);
const reopening = followTask(issueId, reopened, 8);

const otherAssigned = having(assigned, { taskId: otherTaskId, title: 'Dry the cellar' });
const otherBegun = having(begun, { taskId: otherTaskId, title: 'Dry the cellar' });
const otherOutcome = 'The cellar is dry';
const otherClosing = followTask(issueId, having(closed, { taskId: otherTaskId, outcome: otherOutcome }), 5);
const otherClosed = having<IssueEvent & { type: 'TaskClosedOnIssue' }>(taskClosed, {
  taskId: otherTaskId,
  taskRevision: 5,
  outcome: otherOutcome,
  stands: 'in-hand',
});
const solved = given(listed, begun, taskClosed, resolved);

describe('an issue', () => {
  it('is in hand once a task was assigned on it', () => {
    given(listed).when(assignment).yields(begun);
  });

  it('is resolved with its only task, and all who spoke are named', () => {
    given(listed, begun).when(closing).yields(taskClosed, resolved);
    const opinions = [opinionId, otherOpinionId];
    given(listed, joined, begun).when(closing).yields(taskClosed, having(resolved, { opinions }));
  });

  it('with two tasks is resolved with the last; the outcome is both, in the order of closing', () => {
    const both = given(listed, begun, otherBegun);
    both.when(otherClosing).yields(otherClosed);
    given(listed, begun, otherBegun, otherClosed)
      .when(closing)
      .yields(
        taskClosed,
        having(resolved, {
          tasks: [otherTaskId, taskId],
          outcome: `${otherOutcome}\n\n${taskClosed.data.outcome}`,
        }),
      );
  });

  it('that was resolved is open again when a task is reopened, or one more is assigned', () => {
    solved.when(reopening).yields(taskReopened, issueReopened);
    solved
      .when(followTask(issueId, otherAssigned, 0))
      .yields(otherBegun, having(issueReopened, { reason: otherBegun.data.title }));
  });

  it('that was not resolved has nothing to take back', () => {
    given(listed, begun, otherBegun, taskClosed).when(reopening).yields(taskReopened);
  });

  it('is resolved again when the reopened task is closed again, with the new outcome alone', () => {
    const outcome = 'The whole pipe was replaced';
    given(listed, begun, taskClosed, resolved, taskReopened, issueReopened)
      .when(followTask(issueId, having(closed, { outcome }), 12))
      .yields(having(taskClosed, { taskRevision: 12, outcome }), having(resolved, { outcome }));
  });

  it('takes a task for closed whose beginning it never heard of', () => {
    given(listed).when(closing).yields(taskClosed, resolved);
  });

  it('is shown to the units to which a returned task goes', () => {
    const reassignment = followTask(issueId, reassigned, 2);
    given(listed, begun).when(reassignment).yields(taskReassigned);
    given(listed, begun, taskReassigned).when(assignment).changesNothing();
    solved
      .when(followTask(issueId, having(reassigned, { taskId: otherTaskId }), 2))
      .yields(
        having(taskReassigned, { taskId: otherTaskId }),
        having(issueReopened, { reason: begun.data.title }),
      );
  });

  it('does not go back for what comes late', () => {
    const openAgain = given(listed, begun, taskClosed, resolved, taskReopened, issueReopened);
    for (const late of [assignment, closing, reopening]) openAgain.when(late).changesNothing();
    for (const late of [assignment, closing]) solved.when(late).changesNothing();
    given(listed, begun, otherBegun, otherClosed).when(otherClosing).changesNothing();
  });

  it('ends with a task that a review took back, with the reason for an outcome', () => {
    const { reason: outcome } = taskWithdrawn.data;
    given(listed, begun)
      .when(followTask(issueId, taskWithdrawn, 7))
      .yields(having(taskClosed, { outcome }), having(resolved, { outcome }));
  });

  it('that is merged follows its tasks, and leaves the end to the other', () => {
    const stands = 'merged';
    given(listed, begun, merged)
      .when(closing)
      .yields(having<IssueEvent & { type: 'TaskClosedOnIssue' }>(taskClosed, { stands }));
    given(listed, begun, merged)
      .when(followTask(issueId, reassigned, 2))
      .yields(having<IssueEvent & { type: 'TaskReassignedOnIssue' }>(taskReassigned, { stands }));
  });

  it('must be on the books', () => {
    for (const news of [assignment, closing, reopening]) given().when(news).isRejected('no-such-issue');
  });
});
