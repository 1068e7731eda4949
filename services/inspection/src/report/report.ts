import type { Plain } from '@redress/contracts/event';
import type { Figure, ReportNote } from '@redress/contracts/inspection/report-numbers';
import type { ReportStatus } from '@redress/contracts/inspection/report-words';
import { type ReportEvent, reportEvents } from '@redress/contracts/inspection/report.events';
import type { Day, PersonId, UnitId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

type DataOf<Type extends ReportEvent['type']> = Extract<ReportEvent, { type: Type }>['data'];

export type KnownReport = {
  readonly status: ReportStatus;
  readonly draft: DataOf<'ReportDrafted'>;
  /** Who signed the draft as it stands, and when. */
  readonly signed: ReadonlyMap<PersonId, Day>;
  /** With which numbers it was issued. */
  readonly figures: readonly Plain<Figure>[];
  readonly notes: readonly Plain<ReportNote>[];
  readonly issued?: DataOf<'ReportIssued'>;
  /** Which units may see it. */
  readonly readers: ReadonlySet<UnitId>;
};
export type Report = { readonly status: 'unknown' } | KnownReport;

const evolve = (report: Report, { type, data }: ReportEvent): Report => {
  if (type === 'ReportDrafted')
    return {
      status: 'drafted',
      draft: data,
      signed: new Map(),
      figures: [],
      notes: [],
      readers: new Set(),
    };
  if (report.status === 'unknown') return report;

  switch (type) {
    case 'ReportSigned': {
      const signed = new Map([...report.signed, [data.by, data.on] as const]);
      const all = report.draft.signatories.every((person) => signed.has(person));
      return { ...report, status: all ? 'signed' : 'drafted', signed };
    }
    case 'ReportNumbersPinned':
      return {
        ...report,
        figures: [...report.figures, ...data.figures],
        notes: [...report.notes, ...data.notes],
      };
    case 'ReportIssued':
      return { ...report, status: 'issued', issued: data };
    case 'ReportCirculated':
      return { ...report, readers: new Set([...report.readers, ...data.units]) };
  }
};

export const reports: Aggregate<Report, ReportEvent> = {
  ...reportEvents,
  initial: { status: 'unknown' },
  evolve,
};
