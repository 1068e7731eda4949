import type { ReportRow } from '@redress/contracts/inspection/read-report';
import { type ReportEvent, reportEvents } from '@redress/contracts/inspection/report.events';
import type { UnitId } from '@redress/contracts/values';
import type { Projection } from '@redress/read-models/projection';

export type StoredReport = Omit<ReportRow, 'circulated' | 'signed'> & {
  /** Each under itself, so that a signature that comes twice is one. */
  readonly signed: Readonly<Record<string, string>>;
  readonly readers: Readonly<Record<UnitId, true>>;
};

export const reportList: Projection<ReportEvent, StoredReport> = {
  name: 'reportList',
  version: 1,
  of: reportEvents,
  indexes: [['draftedAt'], ['roundId', 'draftedAt']],
  held: { readers: ['draftedAt'] },
  search: [],
  on: {
    ReportDrafted: ({ reportId: id, roundId, title, signatories }, { happenedAt, revision }) => ({
      put: {
        id,
        roundId,
        title,
        status: 'drafted',
        draftedAt: happenedAt,
        signatories,
        signed: {},
        readers: {},
        revision,
      },
    }),
    ReportSigned: ({ reportId, by, on }, { revision }) => ({
      set: reportId,
      to: { signed: { [by]: on }, revision },
    }),
    ReportNumbersPinned: ({ reportId }, { revision }) => ({ set: reportId, to: { revision } }),
    ReportIssued: ({ reportId, number, on }, { revision }) => ({
      set: reportId,
      to: { status: 'issued', number, issuedOn: on, revision },
    }),
    ReportCirculated: ({ reportId, units }, { revision }) => ({
      set: reportId,
      to: { readers: Object.fromEntries(units.map((unit) => [unit, true])), revision },
    }),
  },
};

export const rowOf = ({ signed, readers, ...row }: StoredReport): ReportRow => {
  const theirs = row.signatories.filter((person) => signed[person] !== undefined);
  const isSigned = row.status === 'drafted' && theirs.length === row.signatories.length;
  return {
    ...row,
    ...(isSigned && { status: 'signed' }),
    signed: theirs,
    circulated: Object.keys(readers).length,
  };
};
