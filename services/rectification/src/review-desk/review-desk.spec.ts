import { expect, it } from '@jest/globals';
import {
  changeIt,
  contest,
  reviewAnswered,
  reviewBy,
  reviewRequested,
  reviewUpheld,
  upholdIt,
} from '@redress/contracts/rectification/aftermath.examples';
import { leadUnit } from '@redress/contracts/rectification/people.examples';
import { assign, assigned } from '@redress/contracts/rectification/task.examples';
import { having } from '@redress/eventsourcing/spec';
import { METADATA, rowsAfter } from '@redress/read-models/spec';
import { reviewDesk } from './review-desk.js';

const at = METADATA.happenedAt;
const { person } = METADATA.actor;
const { entryId: id, ...request } = contest;
const asked = {
  ...request,
  id,
  caseId: METADATA.correlationId,
  title: assign.title,
  leadUnit,
  units: { [leadUnit]: true },
  answerBy: reviewBy,
  policy: 'default 1',
  askedAt: at,
  askedBy: person,
};
const answered = { ...asked, status: 'answered', answeredAt: at, answeredBy: person };

it('shows who contests which task and why, and by when it is to be answered', () => {
  expect(rowsAfter(reviewDesk, assigned)).toEqual([]);
  expect(rowsAfter(reviewDesk, reviewRequested)).toEqual([{ ...asked, status: 'pending' }]);
});

it('keeps it with its answer, and how late that came', () => {
  const { outcome, reason: answer, criterion } = changeIt;
  expect(rowsAfter(reviewDesk, reviewRequested, reviewAnswered)).toEqual([
    { ...answered, outcome, answer, criterion },
  ]);
  expect(rowsAfter(reviewDesk, reviewRequested, having(reviewUpheld, { daysLate: 2 }))).toEqual([
    { ...answered, outcome: 'upheld', answer: upholdIt.reason, daysLate: 2 },
  ]);
});
