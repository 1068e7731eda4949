import { expect, it } from '@jest/globals';
import {
  practiceNoted,
  practiceWithdrawn,
  notePractice as noting,
  withdrawPractice as withdrawing,
} from '@redress/contracts/inspection/practice.examples';
import type { ReportNumbers } from '@redress/contracts/inspection/report-numbers';
import {
  circulateReport as circulating,
  counted,
  draftReport as drafting,
  draftSha256,
  figure,
  issueReport as issuing,
  note,
  numbersPinned,
  numbersSha256,
  reportDrafted,
  reportIssued,
  roundFacts,
  signedByHead,
  signedByOffice,
  signReport as signing,
} from '@redress/contracts/inspection/report.examples';
import { inspector, leadUnit, officer, today } from '@redress/contracts/rectification/people.examples';
import { driven } from '@redress/eventsourcing/state-table';
import { notePractice, withdrawPractice } from '../good-practice/good-practice.js';
import { practices } from '../good-practice/practice.js';
import { reports } from '../report/report.js';
import { submitted } from '../visit/histories.examples.js';
import { asMember } from '../visit/standing.examples.js';
import { visits } from '../visit/visit.js';
import { draftReport } from '../write-report/draft-report.js';
import { circulateReport, issueReport, signReport } from '../write-report/write-report.js';
import { tableUnder } from './readme.examples.js';

it('the README says what every command does to a report in every status', () => {
  const { rule, day, events, upTo } = counted;
  const numbers = { rule, day, events, round: roundFacts, figures: [figure], notes: [note] } as ReportNumbers;
  const around = {
    isThere: true,
    mayWrite: true,
    areKnown: true,
    today,
    end: upTo,
    counted,
    sha256: draftSha256,
  };
  const ground = { mayWrite: true, on: today, numbers, numbersSha256, pieces: [numbers] };
  const commands = {
    DraftReport: draftReport({ ...drafting, title: 'Another' }, around),
    SignReport: signReport(signing, inspector, today),
    IssueReport: issueReport({ ...issuing, number: '2' }, officer, ground),
    CirculateReport: circulateReport(circulating, officer, [leadUnit]),
  };
  const drafted = [reportDrafted, signedByOffice];
  const signed = [...drafted, signedByHead];
  const histories = [[], drafted, signed, [...signed, numbersPinned, reportIssued]];
  expect(tableUnder('The report of a round')).toEqual(driven(reports, commands, histories));
});

it('the README says what every command does to a good practice in every status', () => {
  const visit = submitted.reduce(visits.evolve, visits.initial);
  const commands = {
    NoteGoodPractice: notePractice({ ...noting, text: 'Another' }, inspector, asMember, visit),
    WithdrawGoodPractice: withdrawPractice({ ...withdrawing, reason: 'Another' }, officer, asMember),
  };
  const histories = [[], [practiceNoted], [practiceNoted, practiceWithdrawn]];
  expect(tableUnder('Good practice')).toEqual(driven(practices, commands, histories));
});
