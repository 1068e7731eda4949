import { FINDING_FACETS, type FindingRow } from '@redress/contracts/inspection/finding-list';
import { type FindingEvent, findingEvents } from '@redress/contracts/inspection/finding.events';
import type { Recorded } from '@redress/contracts/event';
import type { Projection } from '@redress/read-models/projection';
import { contentIn } from '../finding/finding.js';

export type StoredFinding = FindingRow & {
  /** Whether the inspected unit was told of it. */
  readonly isTold: boolean;
};

type About = Pick<FindingRow, 'visitId' | 'unit' | 'roundId' | 'teamId' | 'kind' | 'seenOn'>;
const aboutIn = ({ visitId, unit, roundId, teamId, kind, seenOn }: About): About => ({
  visitId,
  unit,
  ...(roundId && { roundId }),
  teamId,
  kind,
  seenOn,
});

const begun = ({ correlationId, revision }: Omit<Recorded, 'data'>) => ({
  caseId: correlationId,
  revision,
  isTold: false,
  comments: {},
  changes: {},
  takenIn: {},
  splitInto: {},
  notFailing: [],
});

/** 督查发现: one line a finding. */
export const findingList: Projection<FindingEvent, StoredFinding> = {
  name: 'findingList',
  version: 1,
  of: findingEvents,
  indexes: [
    ['seenOn'],
    ['roundId', 'seenOn'],
    ['visitId', 'seenOn'],
    ['unit', 'seenOn'],
    ['teamId', 'seenOn'],
    ['severity', 'seenOn'],
    ['status', 'seenOn'],
  ],
  facets: FINDING_FACETS,
  search: ['fact', 'basis'],
  on: {
    FindingRecorded: (data, recorded) => {
      const { findingId: id, at, by } = data;
      const row = { id, ...begun(recorded), ...aboutIn(data), ...contentIn(data) };
      return { put: { ...row, status: 'recorded', at, by } };
    },
    FindingDrafted: (data, recorded) => {
      const row = { id: data.findingId, ...begun(recorded), ...aboutIn(data), ...contentIn(data) };
      return { put: { ...row, status: 'drafted', at: recorded.happenedAt } };
    },
    FindingSplitOff: (data, recorded) => {
      const { findingId: id, at, from: splitFrom, communicatedOn } = data;
      const row = { id, ...begun(recorded), ...aboutIn(data), ...contentIn(data), at, splitFrom };
      const [by] = data.authors;
      return {
        put: {
          ...row,
          ...(by && { by }),
          ...(communicatedOn
            ? { status: 'communicated', communicatedOn, isTold: true }
            : { status: 'recorded' }),
        },
      };
    },
    FindingChanged: (data, { happenedAt: at, revision }) => {
      const { findingId, entryId, by, reason, stands: status } = data;
      const changes = { [entryId]: { at, by, reason } };
      return { set: findingId, to: { revision, status, ...contentIn(data), changes, notFailing: [] } };
    },
    FindingSplit: (data, { happenedAt: at, revision }) => {
      const { findingId, entryId, newFindingId, by, reason, stands: status } = data;
      const changes = { [entryId]: { at, by, reason } };
      const splitInto = { [newFindingId]: { at, entryId } };
      return {
        set: findingId,
        to: { revision, status, ...contentIn(data), changes, splitInto, notFailing: [] },
      };
    },
    FindingCommunicated: ({ findingId, on: communicatedOn }, { revision }) => ({
      set: findingId,
      to: { revision, status: 'communicated', communicatedOn, isTold: true },
    }),
    FindingCommented: ({ findingId, entryId, text, by }, { happenedAt: at, revision }) => ({
      set: findingId,
      to: { revision, comments: { [entryId]: { at, text, ...(by && { by }) } } },
    }),
    FindingJoined: ({ findingId, into: joinedInto }, { revision }) => ({
      set: findingId,
      to: { revision, status: 'joined', joinedInto },
    }),
    FindingTookIn: ({ findingId, source, entryId }, { happenedAt: at, revision }) => ({
      set: findingId,
      to: { revision, takenIn: { [source]: { at, entryId } } },
    }),
    FindingGaveBack: ({ findingId, source }, { revision }) => ({
      set: findingId,
      to: { revision, takenIn: { [source]: null } },
    }),
    FindingParted: ({ findingId, stands: status }, { revision }) => ({
      set: findingId,
      to: { revision, status, joinedInto: null },
    }),
    FindingItemsJudged: ({ findingId, notFailing }, { revision }) => ({
      set: findingId,
      to: { revision, notFailing },
    }),
    FindingWithdrawn: ({ findingId, ground, reason }, { happenedAt: at, revision }) => ({
      set: findingId,
      to: {
        revision,
        status: 'withdrawn',
        withdrawal: { ground, at, ...(reason !== undefined && { reason }) },
      },
    }),
    FindingRestored: ({ findingId, stands: status }, { revision }) => ({
      set: findingId,
      to: { revision, status, withdrawal: null },
    }),
    FindingIssued: (data, { happenedAt: at, revision }) => {
      const { findingId, attempt, by, issueId, taskId, leadUnit } = data;
      const issue = { attempt, at, by, issueId, taskId, leadUnit };
      return { set: findingId, to: { revision, status: 'issued', issue, refusal: null, isTold: true } };
    },
    FindingRefused: ({ findingId, attempt, reason }, { happenedAt: at, revision }) => ({
      set: findingId,
      to: { revision, status: 'communicated', issue: null, refusal: { attempt, at, reason } },
    }),
    FindingTaskFollowed: (data, { happenedAt: at, revision }) => {
      const { findingId, standing, reason } = data;
      const task = asOfNow(data);
      if (standing !== 'withdrawn')
        return {
          set: findingId,
          to: { revision, status: standing === 'closed' ? 'closed' : 'in-hand', task },
        };
      const withdrawal = { ground: 'review', at, ...(reason !== undefined && { reason }) } as const;
      return { set: findingId, to: { revision, status: 'withdrawn', task, withdrawal } };
    },
  },
};

type Followed = Extract<FindingEvent, { type: 'FindingTaskFollowed' }>['data'];

/** What is not said is not so any more. */
const asOfNow = ({
  findingId: _,
  unit: __,
  visitId: ___,
  roundId: ____,
  teamId: _____,
  ...task
}: Followed) => ({
  ...task,
  closedOn: task.closedOn ?? null,
  outcome: task.outcome ?? null,
  reason: task.reason ?? null,
  lookedBack: task.lookedBack ?? null,
  review: task.review ? { ...task.review, outcome: task.review.outcome ?? null } : null,
});

export const rowOf = ({ isTold: _, ...row }: StoredFinding): FindingRow => row;
