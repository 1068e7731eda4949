import type { Recorded } from '@redress/contracts/event';
import { type IssueEvent, issueEvents } from '@redress/contracts/rectification/issue.events';
import { ISSUE_FACETS, type IssueRow } from '@redress/contracts/rectification/issue-list';
import type { Instant, OpinionId, UnitId } from '@redress/contracts/values';
import type { Projection } from '@redress/read-models/projection';
import { moved } from '../ledger/entries.js';

const opinionsAt = (opinions: readonly OpinionId[], at: Instant): IssueRow['opinions'] =>
  Object.fromEntries(opinions.map((id) => [id, { at }]));
const seenBy = (units: readonly UnitId[]): IssueRow['units'] =>
  Object.fromEntries(units.map((unit) => [unit, true]));
const gone = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, null]));

const untouched = { status: 'listed', tasks: {}, units: {}, mergedFrom: {}, splitInto: {} } as const;

type Of<Type extends IssueEvent['type']> = Extract<IssueEvent, { type: Type }>['data'];
type Metadata = Omit<Recorded, 'data'>;
type Listed = Pick<
  Of<'IssueListed' | 'IssueListedFromFinding' | 'IssueSplitOff'>,
  'issueId' | 'title' | 'problem' | 'topic' | 'severity' | 'channel'
>;

/** What a line begins with, whoever it was that led to it. */
const listedBy = ({ issueId: id, title, problem, topic, severity, channel }: Listed, recorded: Metadata) => ({
  id,
  caseId: recorded.correlationId,
  ...moved(recorded),
  title,
  problem,
  topic,
  severity,
  ...(channel && { channel }),
  ...untouched,
  listedAt: recorded.happenedAt,
});

/** A unit has a task of it, from the beginning or from now on. */
const worked = (
  { issueId, taskId, units, stands: status }: Of<'TaskBegunOnIssue' | 'TaskReassignedOnIssue'>,
  recorded: Metadata,
) => ({
  set: issueId,
  to: {
    ...moved(recorded),
    status,
    tasks: { [taskId]: { status: 'open' as const, at: recorded.happenedAt } },
    units: seenBy(units),
  },
});

/** 问题清单: one line an issue. */
export const issueList: Projection<IssueEvent, IssueRow> = {
  name: 'issueList',
  version: 3,
  of: issueEvents,
  indexes: [
    ['listedAt'],
    ['status', 'listedAt'],
    ['topic', 'listedAt'],
    ['severity', 'listedAt'],
    ['changedAt'],
  ],
  held: { units: ['listedAt'] },
  facets: ISSUE_FACETS,
  search: ['title', 'problem'],
  on: {
    IssueListed: (data, recorded) => ({
      put: { ...listedBy(data, recorded), opinions: opinionsAt([data.opinionId], recorded.happenedAt) },
    }),
    IssueListedFromFinding: (data, recorded) => ({
      put: { ...listedBy(data, recorded), findingId: data.findingId, opinions: {} },
    }),
    OpinionJoinedIssue: ({ issueId, opinionId }, recorded) => ({
      set: issueId,
      to: { ...moved(recorded), opinions: opinionsAt([opinionId], recorded.happenedAt) },
    }),
    TaskBegunOnIssue: worked,
    TaskReassignedOnIssue: worked,
    TaskClosedOnIssue: ({ issueId, taskId, stands: status }, recorded) => ({
      set: issueId,
      to: {
        ...moved(recorded),
        status,
        tasks: { [taskId]: { status: 'closed', at: recorded.happenedAt } },
      },
    }),
    TaskReopenedOnIssue: ({ issueId, taskId, stands: status }, recorded) => ({
      set: issueId,
      to: {
        ...moved(recorded),
        status,
        tasks: { [taskId]: { status: 'open', at: recorded.happenedAt } },
      },
    }),
    IssueResolved: ({ issueId, outcome }, recorded) => ({
      set: issueId,
      to: { ...moved(recorded), status: 'resolved', resolvedAt: recorded.happenedAt, outcome },
    }),
    IssueReopened: ({ issueId, stands: status }, recorded) => ({
      set: issueId,
      to: { ...moved(recorded), status, resolvedAt: null, outcome: null },
    }),
    IssueMerged: ({ issueId, into }, recorded) => ({
      set: issueId,
      to: { ...moved(recorded), status: 'merged', mergedInto: into },
    }),
    IssueUnmerged: ({ issueId, stands: status }, recorded) => ({
      set: issueId,
      to: { ...moved(recorded), status, mergedInto: null },
    }),
    IssueTakenIn: ({ issueId, source, opinions, tasks, units, stands: status }, recorded) => ({
      set: issueId,
      to: {
        ...moved(recorded),
        status,
        mergedFrom: { [source]: { at: recorded.happenedAt } },
        opinions: opinionsAt(opinions, recorded.happenedAt),
        tasks: Object.fromEntries(
          tasks.map(({ taskId, outcome }) => [
            taskId,
            { status: outcome === undefined ? 'open' : 'closed', at: recorded.happenedAt },
          ]),
        ),
        units: seenBy(units),
      },
    }),
    IssueGivenBack: ({ issueId, source, opinions, staying, tasks, units, stands: status }, recorded) => ({
      set: issueId,
      to: {
        ...moved(recorded),
        status,
        mergedFrom: gone([source]),
        opinions: gone(opinions.filter((id) => !staying.includes(id))),
        tasks: gone(tasks),
        units: gone(units),
      },
    }),
    IssueSplit: ({ issueId, newIssueId, opinions }, recorded) => ({
      set: issueId,
      to: {
        ...moved(recorded),
        opinions: gone(opinions),
        splitInto: { [newIssueId]: { at: recorded.happenedAt } },
      },
    }),
    IssueSplitOff: ({ from: splitFrom, opinions, ...listed }, recorded) => ({
      put: {
        ...listedBy(listed, recorded),
        splitFrom,
        opinions: opinionsAt(opinions, recorded.happenedAt),
      },
    }),
  },
};
