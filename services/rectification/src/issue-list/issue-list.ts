import { type IssueEvent, issueEvents } from '@redress/contracts/rectification/issue.events';
import type { IssueRow } from '@redress/contracts/rectification/issue-list';
import type { Projection } from '@redress/read-models/projection';
import { moved } from '../ledger/entries.js';

/** 问题清单: one line an issue. */
export const issueList: Projection<IssueEvent, IssueRow> = {
  name: 'issueList',
  version: 1,
  of: issueEvents,
  indexes: [
    ['listedAt'],
    ['status', 'listedAt'],
    ['topic', 'listedAt'],
    ['severity', 'listedAt'],
    ['changedAt'],
  ],
  search: ['title', 'problem'],
  on: {
    IssueListed: ({ issueId: id, opinionId, ...listing }, recorded) => ({
      put: {
        id,
        caseId: recorded.correlationId,
        ...moved(recorded),
        ...listing,
        status: 'listed',
        opinions: { [opinionId]: { at: recorded.happenedAt } },
        tasks: {},
        units: {},
        listedAt: recorded.happenedAt,
      },
    }),
    OpinionJoinedIssue: ({ issueId, opinionId }, recorded) => ({
      set: issueId,
      to: { ...moved(recorded), opinions: { [opinionId]: { at: recorded.happenedAt } } },
    }),
    TaskBegunOnIssue: ({ issueId, taskId, units }, recorded) => ({
      set: issueId,
      to: {
        ...moved(recorded),
        status: 'in-hand',
        tasks: { [taskId]: { status: 'open', at: recorded.happenedAt } },
        units: Object.fromEntries(units.map((unit) => [unit, true])),
      },
    }),
    TaskReassignedOnIssue: ({ issueId, taskId, units }, recorded) => ({
      set: issueId,
      to: {
        ...moved(recorded),
        status: 'in-hand',
        tasks: { [taskId]: { status: 'open', at: recorded.happenedAt } },
        units: Object.fromEntries(units.map((unit) => [unit, true])),
      },
    }),
    TaskClosedOnIssue: ({ issueId, taskId }, recorded) => ({
      set: issueId,
      to: { ...moved(recorded), tasks: { [taskId]: { status: 'closed', at: recorded.happenedAt } } },
    }),
    TaskReopenedOnIssue: ({ issueId, taskId }, recorded) => ({
      set: issueId,
      to: { ...moved(recorded), tasks: { [taskId]: { status: 'open', at: recorded.happenedAt } } },
    }),
    IssueResolved: ({ issueId, outcome }, recorded) => ({
      set: issueId,
      to: { ...moved(recorded), status: 'resolved', resolvedAt: recorded.happenedAt, outcome },
    }),
    IssueReopened: ({ issueId }, recorded) => ({
      set: issueId,
      to: { ...moved(recorded), status: 'in-hand', resolvedAt: null, outcome: null },
    }),
  },
};
