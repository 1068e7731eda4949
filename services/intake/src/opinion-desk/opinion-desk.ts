import type { OpinionRow } from '@redress/contracts/intake/opinion-desk';
import { type OpinionEvent, opinionEvents } from '@redress/contracts/intake/opinion.events';
import type { CaseId } from '@redress/contracts/values';
import type { Projection } from '@redress/read-models/projection';

const untold = { outcome: null, appraisal: null, comment: null } as const;

/** Each opinion as it stands now. */
export const opinionDesk: Projection<OpinionEvent, OpinionRow> = {
  name: 'opinionDesk',
  version: 1,
  of: opinionEvents,
  indexes: [
    ['happenedAt'],
    ['recordedAt'],
    ['status', 'happenedAt'],
    ['addressedTo', 'happenedAt'],
    ['submitter', 'happenedAt'],
    ['duplicateOf'],
  ],
  search: ['title', 'text'],
  on: {
    OpinionSubmitted: ({ opinionId: id, ...sent }, { revision, happenedAt, recordedAt }) => ({
      put: {
        id,
        caseId: id as string as CaseId,
        revision,
        status: 'submitted',
        ...sent,
        happenedAt,
        recordedAt,
        entries: {},
      },
    }),
    OpinionAcknowledged: ({ opinionId }, { revision }) => ({
      set: opinionId,
      to: { revision, status: 'acknowledged' },
    }),
    OpinionRedirected: ({ opinionId, addressedTo }, { revision }) => ({
      set: opinionId,
      to: { revision, addressedTo },
    }),
    SubmitterAsked: ({ opinionId, entryId, question }, { revision, happenedAt }) => ({
      set: opinionId,
      to: { revision, entries: { [entryId]: { by: 'desk', text: question, happenedAt } } },
    }),
    SubmitterWrote: ({ opinionId, entryId, text, asksBack }, { revision, happenedAt }) => ({
      set: opinionId,
      to: {
        revision,
        entries: { [entryId]: { by: 'submitter', text, happenedAt } },
        ...(asksBack && { status: 'acknowledged', answer: null }),
      },
    }),
    OpinionAnswered: ({ opinionId, answer }, { revision }) => ({
      set: opinionId,
      to: { revision, status: 'answered', answer },
    }),
    OpinionRefused: ({ opinionId, ground, reason }, { revision }) => ({
      set: opinionId,
      to: { revision, status: 'refused', refusal: { ground, reason } },
    }),
    OpinionMarkedDuplicate: ({ opinionId, of }, { revision }) => ({
      set: opinionId,
      to: { revision, status: 'duplicate', duplicateOf: of },
    }),
    DuplicateMarkLifted: ({ opinionId }, { revision }) => ({
      set: opinionId,
      to: { revision, status: 'acknowledged', duplicateOf: null, ...untold },
    }),
    OpinionListed: ({ opinionId, issueId }, { revision }) => ({
      set: opinionId,
      to: { revision, status: 'listed', issueId },
    }),
    OutcomeTold: ({ opinionId, outcome }, { revision }) => ({
      set: opinionId,
      to: { revision, status: 'told', ...untold, outcome },
    }),
    OutcomeWithdrawn: ({ opinionId, about }, { revision }) => ({
      set: opinionId,
      to: { revision, status: about === opinionId ? 'listed' : 'duplicate', ...untold },
    }),
    OutcomeAppraised: ({ opinionId, appraisal, comment = null }, { revision }) => ({
      set: opinionId,
      to: { revision, appraisal, comment },
    }),
  },
};
