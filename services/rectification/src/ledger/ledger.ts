import type { CloseOutEntry, TaskRow } from '@redress/contracts/rectification/ledger';
import { TASK_FACETS } from '@redress/contracts/rectification/ledger-queries';
import type { Entry } from '@redress/contracts/rectification/task-entries';
import { type Measure, type TaskEvent, taskEvents } from '@redress/contracts/rectification/task.events';
import type { Projection } from '@redress/read-models/projection';
import { aftermath, cardsEnded, noAftermath } from './aftermath.js';
import { authorship, moved } from './entries.js';
import { moreTime } from './more-time.js';

type Units = Pick<TaskRow, 'leadUnit' | 'supportingUnits'>;
const partsOf = ({ leadUnit, supportingUnits }: Units): TaskRow['units'] => ({
  ...Object.fromEntries(supportingUnits.map((unit) => [unit, 'supporting' as const])),
  [leadUnit]: 'lead',
});

type Request = Pick<CloseOutEntry, 'summary' | 'evidence' | 'unfinished'> & {
  readonly signature?: CloseOutEntry['signature'];
};
const requestedBy = (
  written: Entry,
  { summary, evidence, unfinished, signature = 'not-required' }: Request,
): CloseOutEntry => ({
  ...written,
  status: 'requested',
  summary,
  evidence,
  unfinished,
  signature,
  ...(signature === 'given' && { signed: written }),
});

const ownersOf = (measures: readonly Measure[]): TaskRow['measureOwners'] => [
  ...new Set(measures.map(({ person }) => person)),
];

/** 台账: one line a task. */
export const ledger: Projection<TaskEvent, TaskRow> = {
  name: 'ledger',
  version: 7,
  of: taskEvents,
  indexes: [
    ['deadline'],
    ['isOpen', 'deadline'],
    ['status', 'deadline'],
    ['leadUnit', 'deadline'],
    ['responsible', 'deadline'],
    ['taskType', 'deadline'],
    ['severity', 'deadline'],
    ['card', 'deadline'],
    ['leadUnit'],
    ['responsible'],
    ['assignedAt'],
    ['changedAt'],
    ['closedAt'],
    ['lookBackOn'],
    ['closeOutAskedAt'],
    ['caseId'],
  ],
  held: {
    units: ['deadline'],
    supportingUnits: [],
    topics: ['deadline'],
    measureOwners: [],
    issues: [],
  },
  facets: TASK_FACETS,
  search: ['title', 'criterion', 'problem'],
  on: {
    TaskAssigned: ({ taskId: id, about, ...assignment }, recorded) => ({
      put: {
        id,
        caseId: recorded.correlationId,
        ...moved(recorded),
        ...assignment,
        ...about,
        units: partsOf(assignment),
        formerUnits: {},
        returns: {},
        reassignments: {},
        status: 'assigned',
        isOpen: true,
        measureOwners: [],
        measures: {},
        planChanges: {},
        namings: {},
        progress: {},
        evidence: {},
        closeOuts: {},
        closings: {},
        firstDeadline: assignment.deadline,
        extensions: {},
        ...noAftermath,
        assignedAt: recorded.happenedAt,
      },
    }),
    ...moreTime,
    ...aftermath,
    TaskReturned: ({ taskId, entryId, leadUnit: unit, reason, endedCards }, recorded) => ({
      set: taskId,
      to: {
        ...moved(recorded),
        ...cardsEnded(endedCards),
        status: 'returned',
        returns: { [entryId]: { ...authorship(recorded), unit, reason } },
      },
    }),
    TaskReassigned: ({ taskId, entryId, formerUnits, ...assignment }, recorded) => {
      const { leadUnit, supportingUnits, deadline, deadlineBy, returnBy } = assignment;
      return {
        set: taskId,
        to: {
          ...moved(recorded),
          status: 'assigned',
          leadUnit,
          supportingUnits,
          units: { ...Object.fromEntries(formerUnits.map((unit) => [unit, null])), ...partsOf(assignment) },
          formerUnits: Object.fromEntries(formerUnits.map((unit) => [unit, true])),
          deadline,
          deadlineBy: deadlineBy ?? null,
          firstDeadline: deadline,
          returnBy,
          assignedAt: recorded.happenedAt,
          reassignments: { [entryId]: { ...authorship(recorded), leadUnit, formerUnits } },
        },
      };
    },
    TaskAccepted: ({ taskId, responsible }, recorded) => ({
      set: taskId,
      to: { ...moved(recorded), status: 'accepted', responsible },
    }),
    MeasuresPlanned: ({ taskId, measures }, recorded) => ({
      set: taskId,
      to: {
        ...moved(recorded),
        status: 'planned',
        measureOwners: ownersOf(measures),
        measures: Object.fromEntries(measures.map((measure) => [measure.measureId, measure])),
      },
    }),
    MeasuresChanged: ({ taskId, entryId, reason, measures, added, changed, removed }, recorded) => ({
      set: taskId,
      to: {
        ...moved(recorded),
        measureOwners: ownersOf(measures),
        measures: {
          ...Object.fromEntries(measures.map((measure) => [measure.measureId, measure])),
          ...Object.fromEntries(removed.map((measureId) => [measureId, null])),
        },
        planChanges: { [entryId]: { ...authorship(recorded), reason, added, changed, removed } },
      },
    }),
    ResponsibleNamed: ({ taskId, entryId, responsible, insteadOf, reason }, recorded) => ({
      set: taskId,
      to: {
        ...moved(recorded),
        responsible,
        namings: { [entryId]: { ...authorship(recorded), responsible, insteadOf, reason } },
      },
    }),
    ProgressReported: ({ taskId, entryId, unit, text, done }, recorded) => ({
      set: taskId,
      to: {
        ...moved(recorded),
        progress: { [entryId]: { ...authorship(recorded), unit, text, done } },
        measures: Object.fromEntries(done.map((id) => [id, { doneAt: recorded.happenedAt }])),
      },
    }),
    EvidenceAttached: ({ taskId, entryId, ...evidence }, recorded) => ({
      set: taskId,
      to: { ...moved(recorded), evidence: { [entryId]: { ...authorship(recorded), ...evidence } } },
    }),
    CloseOutRequested: ({ taskId, entryId, replaces, ...request }, recorded) => ({
      set: taskId,
      to: {
        ...moved(recorded),
        status: 'close-out-requested',
        closeOut: entryId,
        closeOutAskedAt: recorded.happenedAt,
        closeOuts: {
          ...(replaces && { [replaces]: { status: 'replaced' } }),
          [entryId]: requestedBy(authorship(recorded), request),
        },
      },
    }),
    CloseOutVerified: ({ taskId, entryId, seen, where, on }, recorded) => ({
      set: taskId,
      to: {
        ...moved(recorded),
        status: 'verified',
        closeOuts: {
          [entryId]: { status: 'verified', answer: { ...authorship(recorded), seen, where, on } },
        },
      },
    }),
    CloseOutRejected: ({ taskId, entryId, missing }, recorded) => ({
      set: taskId,
      to: {
        ...moved(recorded),
        status: 'planned',
        closeOuts: { [entryId]: { status: 'rejected', answer: { ...authorship(recorded), missing } } },
      },
    }),
    TaskClosed: ({ taskId, entryId, evidence, atRevision, outcome, ...after }, recorded) => ({
      set: taskId,
      to: {
        ...moved(recorded),
        ...cardsEnded(after.endedCards),
        lookBackOn: after.lookBack?.on ?? null,
        status: 'closed',
        isOpen: false,
        closedAt: recorded.happenedAt,
        closeOuts: { [entryId]: { status: 'closed' } },
        closings: { [entryId]: { ...authorship(recorded), outcome, evidence, atRevision } },
      },
    }),
    TaskReopened: ({ taskId, reason, deadline, deadlineBy }, recorded) => ({
      set: taskId,
      to: {
        ...moved(recorded),
        status: 'planned',
        isOpen: true,
        closedAt: null,
        lookBackOn: null,
        reopenedBecause: reason,
        ...(deadline && { deadline, firstDeadline: deadline, deadlineBy: deadlineBy ?? null }),
      },
    }),
  },
};
