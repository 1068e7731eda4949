import { isDeepStrictEqual } from 'node:util';
import type { DraftOfEvent, Counted, ReportEvent } from '@redress/contracts/inspection/report.events';
import type { ReportRejection } from '@redress/contracts/inspection/report-words';
import type { DraftReport } from '@redress/contracts/inspection/write-report';
import type { Day, Position, Sha256 } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { KnownReport, Report } from '../report/report.js';

/** What the log and the teams say of a draft. */
export type DraftGround = {
  readonly isThere: boolean;
  /** The office, or the head of a team of the round. */
  readonly mayWrite: boolean;
  /** Whether the directory knows everybody who is to sign. */
  readonly areKnown: boolean;
  readonly today: Day;
  /** How far the log goes. */
  readonly end: Position;
  /** Undefined when the round was not planned by then. */
  readonly counted: Counted | undefined;
  readonly sha256: Sha256;
};

/** What people write, with the numbers of the log up to a position. */
export const draftReport =
  (command: DraftReport, { isThere, mayWrite, areKnown, today, end, counted, sha256 }: DraftGround) =>
  (report: Report): Decision<ReportEvent, ReportRejection<'draft'>> => {
    const { reportId, roundId, upTo, day } = command;
    if (!isThere) return reject('no-such-round');
    if (!mayWrite) return reject('may-not-write-reports');
    if (report.status !== 'unknown') {
      if (report.draft.roundId !== roundId) return reject('report-is-another');
      if (isTheSame(command, report)) return [];
      if (report.status === 'issued') return reject('report-is-issued');
    }
    if (!areKnown) return reject('nobody-with-this-id');
    if (day !== undefined && day > today) return reject('in-the-future');
    if (upTo !== undefined && upTo > end) return reject('beyond-the-log');
    if (!counted) return reject('before-it-was-planned');

    const data = { reportId, roundId, ...textsOf(command), ...counted, sha256 };
    return [{ type: 'ReportDrafted', data }];
  };

/** What people write, and nothing else. */
export const textsOf = (draft: DraftOfEvent): DraftOfEvent => {
  const { title, issuer, addressees, summary, assessment, requirements, signatories } = draft;
  return {
    title,
    issuer,
    ...(addressees !== undefined && { addressees }),
    summary,
    assessment,
    requirements,
    signatories,
  };
};

/** Who says the same and names no other position or day does not ask for newer numbers. */
const isTheSame = ({ upTo, day, ...texts }: DraftReport, { draft }: KnownReport): boolean =>
  isDeepStrictEqual(textsOf(texts), textsOf(draft)) &&
  (upTo === undefined || upTo === draft.upTo) &&
  (day === undefined || day === draft.day);
