import { type FindingEvent, findingEvents } from '@redress/contracts/inspection/finding.events';
import type { CaseId, FindingId, TaskId, VisitId } from '@redress/contracts/values';
import type { Projection } from '@redress/read-models/projection';

/** In which visit a finding was made, and which task it led to: where acts are found. */
export type FindingPlace = {
  readonly id: FindingId;
  readonly visitId: VisitId;
  readonly caseId: CaseId;
  readonly taskId?: TaskId;
};

export const findingPlaces: Projection<FindingEvent, FindingPlace> = {
  name: 'findingPlaces',
  version: 1,
  of: findingEvents,
  indexes: [['visitId'], ['caseId']],
  search: [],
  on: {
    FindingRecorded: ({ findingId: id, visitId }, { correlationId: caseId }) => ({
      put: { id, visitId, caseId },
    }),
    FindingDrafted: ({ findingId: id, visitId }, { correlationId: caseId }) => ({
      put: { id, visitId, caseId },
    }),
    FindingSplitOff: ({ findingId: id, visitId }, { correlationId: caseId }) => ({
      put: { id, visitId, caseId },
    }),
    FindingIssued: ({ findingId, taskId }) => ({ set: findingId, to: { taskId } }),
  },
};
