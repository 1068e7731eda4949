import { expect, it } from '@jest/globals';
import {
  draftReport,
  issueReport,
  numbersPinned,
  reportCirculated,
  reportDrafted,
  reportId,
  reportIssued,
  signedByHead,
  signedByOffice,
} from '@redress/contracts/inspection/report.examples';
import { inspector, officer, today } from '@redress/contracts/rectification/people.examples';
import { rowsAfter } from '@redress/read-models/spec';
import { reportList, rowOf } from './report-list.js';

const { roundId, title, signatories } = draftReport;

it('lists who has signed, and from all of them on that it is signed', () => {
  expect(rowsAfter(reportList, reportDrafted, signedByOffice).map(rowOf)).toMatchObject([
    { id: reportId, roundId, title, status: 'drafted', signatories, signed: [officer.person], circulated: 0 },
  ]);
  expect(rowsAfter(reportList, reportDrafted, signedByHead, signedByOffice).map(rowOf)).toMatchObject([
    { status: 'signed', signed: [officer.person, inspector.person] },
  ]);
  expect(rowsAfter(reportList, reportDrafted, signedByHead, reportDrafted).map(rowOf)).toMatchObject([
    { status: 'drafted', signed: [] },
  ]);
});

it('lists what was issued, and to how many units it was circulated', () => {
  const all = [
    reportDrafted,
    signedByHead,
    signedByOffice,
    numbersPinned,
    reportIssued,
    reportCirculated,
  ] as const;
  expect(rowsAfter(reportList, ...all).map(rowOf)).toMatchObject([
    { status: 'issued', number: issueReport.number, issuedOn: today, circulated: 1 },
  ]);
});
