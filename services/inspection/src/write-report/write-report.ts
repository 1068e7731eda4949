import { type Actor, SEES_EVERYTHING } from '@redress/contracts/envelope';
import type { ReportNumbers } from '@redress/contracts/inspection/report-numbers';
import type { ReportRejection } from '@redress/contracts/inspection/report-words';
import type { ReportEvent } from '@redress/contracts/inspection/report.events';
import type { CirculateReport, IssueReport, SignReport } from '@redress/contracts/inspection/write-report';
import type { Day, Sha256, UnitId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Report } from '../report/report.js';

type Decide<Command extends 'sign' | 'issue' | 'circulate'> = (
  report: Report,
) => Decision<ReportEvent, ReportRejection<Command>>;

/** Somebody who was named puts a name to the texts and numbers that this hash stands for. */
export const signReport =
  ({ reportId, roundId, sha256 }: SignReport, { role, person }: Actor, on: Day): Decide<'sign'> =>
  (report) => {
    if (report.status === 'unknown' || report.draft.roundId !== roundId) return reject('no-such-report');
    const { draft, signed } = report;
    if (!person || !draft.signatories.includes(person) || !SEES_EVERYTHING[role])
      return reject('not-a-signatory');
    if (draft.sha256 !== sha256) return reject('draft-is-another');
    if (signed.has(person)) return [];

    return [{ type: 'ReportSigned', data: { reportId, roundId, sha256, by: person, on } }];
  };

/** What is there to be issued: the numbers of the draft, counted once more. */
export type IssueGround = {
  readonly mayWrite: boolean;
  readonly on: Day;
  readonly numbers: ReportNumbers | undefined;
  readonly numbersSha256: Sha256 | undefined;
  readonly pieces: readonly Pick<ReportNumbers, 'figures' | 'notes'>[];
};

/** Its numbers are pinned, with the hash of them; nothing that happens later changes what was issued. */
export const issueReport =
  ({ reportId, roundId, number }: IssueReport, actor: Actor, ground: IssueGround): Decide<'issue'> =>
  (report) => {
    const { mayWrite, on, numbers, numbersSha256, pieces } = ground;
    if (report.status === 'unknown' || report.draft.roundId !== roundId) return reject('no-such-report');
    if (!mayWrite) return reject('may-not-write-reports');
    if (report.issued) return report.issued.number === number ? [] : reject('report-is-issued');
    if (report.status !== 'signed') return reject('not-signed-by-all');
    const { upTo, day, rule, events, sha256 } = report.draft;
    // Only when the program counts otherwise than it did when this was drafted.
    if (!numbers || numbersSha256 !== report.draft.numbersSha256) return reject('numbers-changed');

    const ref = { reportId, roundId };
    const pinned = pieces.map(({ figures, notes }, index): ReportEvent => {
      const data = { ...ref, part: index + 1, parts: pieces.length, figures, notes };
      return { type: 'ReportNumbersPinned', data };
    });
    const by = actor.person && { by: actor.person };
    const issued = { ...ref, upTo, day, rule, events, numbersSha256, number, on, sha256, ...by };
    return [...pinned, { type: 'ReportIssued', data: { ...issued, round: numbers.round } }];
  };

/** The office lets units see what was issued. */
export const circulateReport =
  ({ reportId, roundId }: CirculateReport, actor: Actor, units: readonly UnitId[]): Decide<'circulate'> =>
  (report) => {
    if (report.status === 'unknown' || report.draft.roundId !== roundId) return reject('no-such-report');
    if (actor.role !== 'office') return reject('not-the-office');
    if (report.status !== 'issued') return reject('not-issued');
    const more = units.filter((unit) => !report.readers.has(unit));
    if (more.length === 0) return [];

    return [{ type: 'ReportCirculated', data: { reportId, roundId, units: more } }];
  };
