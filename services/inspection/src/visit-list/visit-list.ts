import type { VisitRow } from '@redress/contracts/inspection/visit-list';
import { type VisitEvent, visitEvents } from '@redress/contracts/inspection/visit.events';
import type { CaseId, UnitId } from '@redress/contracts/values';
import type { Projection } from '@redress/read-models/projection';

export type StoredVisit = VisitRow & {
  /** The unit once more, under who saw it: so both are counted in one go. */
  readonly inspectedUnit?: UnitId;
  readonly selfCheckedUnit?: UnitId;
  /** As long as the unit is not to know that somebody will come. */
  readonly isHidden: boolean;
  /** What the history of the visit is called by. */
  readonly caseId: CaseId;
};

export const visitList: Projection<VisitEvent, StoredVisit> = {
  name: 'visitList',
  version: 2,
  of: visitEvents,
  indexes: [
    ['on'],
    ['unit', 'on'],
    ['roundId', 'on'],
    ['teamId', 'on'],
    ['status', 'on'],
    ['selfCheckedUnit', 'seenOn'],
    ['inspectedUnit', 'seenOn'],
    ['caseId'],
  ],
  held: { inspectors: ['on'] },
  facets: ['inspectedUnit', 'selfCheckedUnit'],
  search: [],
  on: {
    VisitPlanned: ({ visitId: id, plannedAt: _, ...plan }, { revision, correlationId: caseId }) => ({
      put: {
        id,
        ...plan,
        status: 'planned',
        inspectors: [],
        [plan.kind === 'self-check' ? 'selfCheckedUnit' : 'inspectedUnit']: plan.unit,
        isHidden: plan.kind === 'unscheduled',
        caseId,
        revision,
      },
    }),
    InspectorsNamed: ({ visitId, inspectors }, { revision }) => ({
      set: visitId,
      to: { inspectors, revision },
    }),
    VisitMoved: ({ visitId, on, reason }, { revision }) => ({
      set: visitId,
      to: { status: 'planned', on, reason, revision },
    }),
    VisitCancelled: ({ visitId, reason }, { revision }) => ({
      set: visitId,
      to: { status: 'cancelled', reason, revision },
    }),
    VisitMissed: ({ visitId, reason }, { revision }) => ({
      set: visitId,
      to: { status: 'missed', reason, revision },
    }),
    RecusalChecked: ({ visitId }, { revision }) => ({ set: visitId, to: { revision } }),
    VisitOpened: ({ visitId, on }, { revision }) => ({
      set: visitId,
      to: { status: 'opened', seenOn: on, isHidden: false, revision },
    }),
    // What is filled in takes the signature away.
    EntriesRecorded: ({ visitId }, { revision }) => ({ set: visitId, to: { status: 'opened', revision } }),
    VisitSigned: ({ visitId }, { revision }) => ({ set: visitId, to: { status: 'signed', revision } }),
    VisitSubmitted: ({ visitId, results }, { revision }) => ({
      set: visitId,
      to: { status: 'submitted', results, revision },
    }),
    VisitReopened: ({ visitId, reason }, { revision }) => ({
      set: visitId,
      to: { status: 'opened', reason, results: null, revision },
    }),
  },
};

export const rowOf = ({
  inspectedUnit: _,
  selfCheckedUnit: __,
  isHidden: ___,
  caseId: ____,
  ...row
}: StoredVisit): VisitRow => row;
