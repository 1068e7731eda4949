import { describe, it } from '@jest/globals';
import type { ReportNumbers } from '@redress/contracts/inspection/report-numbers';
import {
  bystander,
  circulateReport as circulate,
  counted,
  figure,
  issueReport as issue,
  note,
  numbersPinned,
  numbersSha256,
  otherSha256,
  reportCirculated,
  reportDrafted as drafted,
  reportIssued,
  roundFacts,
  signedByHead,
  signedByOffice,
  signReport as sign,
} from '@redress/contracts/inspection/report.examples';
import {
  auditor,
  inspector,
  lead,
  leadUnit,
  officer,
  supportingUnit,
  today,
} from '@redress/contracts/rectification/people.examples';
import type { RoundId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { reports } from '../report/report.js';
import { circulateReport, issueReport, signReport, type IssueGround } from './write-report.js';

const { given } = specFor(reports);
const nothing = given();
const half = given(drafted, signedByOffice);
const signed = given(drafted, signedByOffice, signedByHead);
const issued = given(drafted, signedByOffice, signedByHead, numbersPinned, reportIssued);
const elsewhere = { roundId: '0190a5c4-6666-7aaa-8aaa-0000000000ff' as RoundId };

describe('a draft is signed', () => {
  it('by each who was named', () => {
    given(drafted)
      .when(signReport(sign, officer, today))
      .yields(signedByOffice);
    half.when(signReport(sign, inspector, today)).yields(signedByHead);
  });

  it('once', () => {
    half.when(signReport(sign, officer, today)).changesNothing();
    issued.when(signReport(sign, officer, today)).changesNothing();
  });

  it('anew when it was drafted anew', () => {
    const anew = having(drafted, { title: 'Another', sha256: otherSha256 });
    given(drafted, signedByOffice, anew)
      .when(signReport({ ...sign, sha256: otherSha256 }, officer, today))
      .yields(having(signedByOffice, { sha256: otherSha256 }));
  });

  it.each([
    ['no-such-report', nothing, sign, officer],
    ['no-such-report', given(drafted), { ...sign, ...elsewhere }, officer],
    ['not-a-signatory', given(drafted), sign, bystander],
    ['not-a-signatory', given(drafted), sign, { role: 'office' }],
    ['not-a-signatory', given(drafted), sign, { ...officer, role: 'unit' }],
    ['draft-is-another', given(drafted), { ...sign, sha256: otherSha256 }, officer],
  ] as const)('but not when it is told %s', (reason, report, command, actor) => {
    report.when(signReport(command, actor, today)).isRejected(reason);
  });
});

const { rule, day, events } = counted;
const numbers = { rule, day, events, round: roundFacts, figures: [figure], notes: [note] } as ReportNumbers;
const ground: IssueGround = { mayWrite: true, on: today, numbers, numbersSha256, pieces: [numbers] };

describe('a report is issued', () => {
  it('once all have signed, with its numbers', () => {
    signed.when(issueReport(issue, officer, ground)).yields(numbersPinned, reportIssued);
  });

  it('in as many parts as its numbers take', () => {
    const part = (digit: number) => having(numbersPinned, { part: digit, parts: 2 });
    signed
      .when(issueReport(issue, officer, { ...ground, pieces: [numbers, numbers] }))
      .yields(part(1), part(2), reportIssued);
  });

  it('once', () => {
    issued.when(issueReport(issue, officer, ground)).changesNothing();
    issued.when(issueReport({ ...issue, number: '2' }, officer, ground)).isRejected('report-is-issued');
  });

  it.each([
    ['no-such-report', nothing, issue, {}],
    ['no-such-report', signed, { ...issue, ...elsewhere }, {}],
    ['may-not-write-reports', signed, issue, { mayWrite: false }],
    ['not-signed-by-all', given(drafted), issue, {}],
    ['not-signed-by-all', half, issue, {}],
    ['not-signed-by-all', given(drafted, signedByOffice, signedByHead, drafted), issue, {}],
    ['numbers-changed', signed, issue, { numbersSha256: otherSha256 }],
    ['numbers-changed', signed, issue, { numbers: undefined }],
  ] as const)('but not when it is told %s', (reason, report, command, around) => {
    report.when(issueReport(command, officer, { ...ground, ...around })).isRejected(reason);
  });
});

describe('an issued report is circulated', () => {
  const both = [leadUnit, supportingUnit];

  it('by the office, to each unit once', () => {
    issued.when(circulateReport(circulate, officer, [leadUnit])).yields(reportCirculated);
    const circulated = given(drafted, signedByOffice, signedByHead, reportIssued, reportCirculated);
    circulated.when(circulateReport(circulate, officer, [leadUnit])).changesNothing();
    circulated
      .when(circulateReport(circulate, officer, both))
      .yields(having(reportCirculated, { units: [supportingUnit] }));
  });

  it.each([
    ['no-such-report', nothing, circulate, officer],
    ['no-such-report', issued, { ...circulate, ...elsewhere }, officer],
    ['not-the-office', issued, circulate, inspector],
    ['not-the-office', issued, circulate, auditor],
    ['not-the-office', issued, circulate, lead],
    ['not-issued', signed, circulate, officer],
  ] as const)('but not when it is told %s', (reason, report, command, actor) => {
    report.when(circulateReport(command, actor, both)).isRejected(reason);
  });
});
