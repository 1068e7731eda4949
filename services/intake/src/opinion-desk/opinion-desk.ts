import { asKept } from '@redress/contracts/anonymity';
import type { OpinionRow } from '@redress/contracts/intake/opinion-desk';
import { type OpinionEvent, opinionEvents } from '@redress/contracts/intake/opinion.events';
import { ERASED } from '@redress/contracts/personal';
import type { CaseId } from '@redress/contracts/values';
import type { Projection } from '@redress/read-models/projection';

const untouched = { entries: {}, attached: {}, issues: {} } as const;
const untold = { outcome: null, appraisal: null, comment: null } as const;

/** Each opinion as it stands now. */
export const opinionDesk: Projection<OpinionEvent, OpinionRow> = {
  name: 'opinionDesk',
  version: 4,
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
    OpinionSubmitted: ({ opinionId: id, receipt: _, ...sent }, { revision, actor, ...at }) => ({
      put: {
        id,
        caseId: id as string as CaseId,
        revision,
        status: 'submitted',
        ...sent,
        happenedAt: asKept(at.happenedAt, actor),
        recordedAt: asKept(at.recordedAt, actor),
        ...untouched,
      },
    }),
    OpinionPartBegun: (
      { opinionId: id, whole: partOf, ...sent },
      { revision, correlationId: caseId, happenedAt, recordedAt },
    ) => ({
      put: {
        id,
        caseId,
        revision,
        status: 'acknowledged',
        ...sent,
        partOf,
        happenedAt,
        recordedAt,
        ...untouched,
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
    SubmitterWrote: ({ opinionId, entryId, text, asksBack }, { revision, happenedAt, actor }) => ({
      set: opinionId,
      to: {
        revision,
        entries: { [entryId]: { by: 'submitter', text, happenedAt: asKept(happenedAt, actor) } },
        ...(asksBack && { status: 'acknowledged', answer: null }),
      },
    }),
    FileAttached: ({ opinionId, entryId, file }, { revision, happenedAt, actor }) => ({
      set: opinionId,
      to: {
        revision,
        ...(file.sha256 !== ERASED && {
          attached: { [entryId]: { ...file, happenedAt: asKept(happenedAt, actor) } },
        }),
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
      to: { revision, status: 'listed', issueId, issues: { [issueId]: true } },
    }),
    OpinionSplit: ({ opinionId, parts }, { revision }) => ({
      set: opinionId,
      to: { revision, status: 'split', parts: parts.map((part) => part.opinionId) },
    }),
    PartsJoined: ({ opinionId }, { revision }) => ({
      set: opinionId,
      to: { revision, status: 'acknowledged', parts: null, ...untold },
    }),
    PartTakenBack: ({ opinionId }, { revision }) => ({
      set: opinionId,
      to: { revision, status: 'taken-back' },
    }),
    OpinionMoved: ({ opinionId, leaves, joins, stands: status, inAll = null }, { revision }) => ({
      set: opinionId,
      to: {
        revision,
        status,
        ...untold,
        outcome: inAll,
        issues: { ...(leaves && { [leaves.issueId]: null }), ...(joins && { [joins.issueId]: true }) },
      },
    }),
    OutcomeTold: ({ opinionId, outcome, stands: status, inAll = outcome }, { revision }) => ({
      set: opinionId,
      to: { revision, status, ...untold, outcome: inAll },
    }),
    OutcomeWithdrawn: ({ opinionId, stands: status, inAll = null }, { revision }) => ({
      set: opinionId,
      to: { revision, status, ...untold, outcome: inAll },
    }),
    OutcomeAppraised: ({ opinionId, appraisal, comment = null }, { revision }) => ({
      set: opinionId,
      to: { revision, appraisal, comment },
    }),
  },
};
