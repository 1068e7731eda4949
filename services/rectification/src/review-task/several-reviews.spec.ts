import { it } from '@jest/globals';
import { reviewRequested, reviewUpheld, upholdIt } from '@redress/contracts/rectification/aftermath.examples';
import { officer, strangeUnit, today } from '@redress/contracts/rectification/people.examples';
import { assigned, reassigned, returned } from '@redress/contracts/rectification/task.examples';
import type { EntryId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { independent } from '../task/standing.examples.js';
import { tasks } from '../task/task.js';
import { answerReview } from './review-task.js';

const { given } = specFor(tasks);
const theirs = { entryId: '0190a5c4-1111-7aaa-8aaa-000000000049' as EntryId, leadUnit: strangeUnit };

it('an answer is to the review that it names, though the unit before had asked for one too', () => {
  given(assigned, reviewRequested, returned, reassigned, having(reviewRequested, theirs))
    .when(answerReview({ ...upholdIt, entryId: theirs.entryId }, officer, today, independent, []))
    .yields(having(reviewUpheld, theirs));
});

it('an answer is not changed to another outcome for the same reason', () => {
  given(assigned, reviewRequested, reviewUpheld)
    .when(answerReview({ ...upholdIt, outcome: 'withdrawn' }, officer, today, independent, []))
    .isRejected('review-already-answered');
});
