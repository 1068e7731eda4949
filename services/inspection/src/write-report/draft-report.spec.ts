import { describe, it } from '@jest/globals';
import {
  counted,
  draftReport as draft,
  draftSha256 as sha256,
  numbersPinned,
  reportDrafted as drafted,
  reportIssued,
  signedByHead,
  signedByOffice,
} from '@redress/contracts/inspection/report.examples';
import type { DraftReport } from '@redress/contracts/inspection/write-report';
import { today, tomorrow, yesterday } from '@redress/contracts/rectification/people.examples';
import type { Position, RoundId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { reports } from '../report/report.js';
import { draftReport, type DraftGround } from './draft-report.js';

const { given } = specFor(reports);
const nothing = given();
const issued = given(drafted, signedByOffice, signedByHead, numbersPinned, reportIssued);

const ground: DraftGround = {
  isThere: true,
  mayWrite: true,
  areKnown: true,
  today,
  end: counted.upTo,
  counted,
  sha256,
};
const drafting = (
  change: Partial<typeof draft & { upTo: Position; day: typeof today }> = {},
  around: Partial<DraftGround> = {},
) => draftReport({ ...draft, ...change }, { ...ground, ...around });
const later = '0000000000000023' as Position;
const another = '0190a5c4-6666-7aaa-8aaa-0000000000ff' as RoundId;

describe('a report is drafted', () => {
  it('with what people write, and the numbers that the log has', () => {
    nothing.when(drafting()).yields(drafted);
  });

  it('without saying to whom it goes', () => {
    const told = Object.entries(drafted.data).filter(([field]) => field !== 'addressees');
    const data = Object.fromEntries(told) as typeof drafted.data;
    const texts = { ...draft, addressees: undefined } as unknown as DraftReport;
    nothing.when(draftReport(texts, ground)).yields({ type: 'ReportDrafted', data });
  });

  it('anew, and then nobody has signed it', () => {
    const change = { title: 'Another' };
    given(drafted, signedByHead).when(drafting(change)).yields(having(drafted, change));
  });

  it('with newer numbers when a position or a day is named', () => {
    const newer = { ...counted, upTo: later };
    given(drafted)
      .when(drafting({ upTo: later }, { end: later, counted: newer }))
      .yields(having(drafted, { upTo: later }));
    given(drafted)
      .when(drafting({ day: yesterday }, { counted: { ...counted, day: yesterday } }))
      .yields(having(drafted, { day: yesterday }));
  });

  it('once: the same words do not ask for newer numbers', () => {
    given(drafted)
      .when(drafting({}, { counted: { ...counted, upTo: later } }))
      .changesNothing();
    given(drafted)
      .when(drafting({ upTo: counted.upTo, day: counted.day }))
      .changesNothing();
    issued.when(drafting()).changesNothing();
  });

  it.each([
    ['no-such-round', nothing, {}, { isThere: false }],
    ['may-not-write-reports', nothing, {}, { mayWrite: false }],
    ['report-is-another', given(drafted), { roundId: another }, {}],
    ['report-is-issued', issued, { title: 'Another' }, {}],
    ['nobody-with-this-id', nothing, {}, { areKnown: false }],
    ['in-the-future', nothing, { day: tomorrow }, {}],
    ['beyond-the-log', nothing, { upTo: later }, {}],
    ['before-it-was-planned', nothing, {}, { counted: undefined }],
  ] as const)('but not when it is told %s', (reason, report, change, around) => {
    report.when(drafting(change, around)).isRejected(reason);
  });
});
