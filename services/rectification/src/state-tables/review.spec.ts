import { expect, it } from '@jest/globals';
import {
  afterNotice,
  contest,
  noticePublished,
  reviewAnswered,
  reviewRequested,
  reviewTookBack,
  reviewUpheld,
  taskWithdrawn,
  upholdIt,
} from '@redress/contracts/rectification/aftermath.examples';
import { inspector, lead, officer, today } from '@redress/contracts/rectification/people.examples';
import { close } from '@redress/contracts/rectification/task.examples';
import type { EntryId } from '@redress/contracts/values';
import { driven } from '@redress/eventsourcing/state-table';
import { closeTask } from '../close-task/close-task.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { answerReview, requestReview } from '../review-task/review-task.js';
import { toVerification } from '../task/histories.examples.js';
import { type Task, tasks } from '../task/task.js';
import { tableUnder } from './readme.examples.js';
import { independent } from '../task/standing.examples.js';

it('the README says what every command does to a review, by how the last one stands', () => {
  const entryId = '0190a5c4-1111-7aaa-8aaa-000000000049' as EntryId;
  const another = { ...upholdIt, reason: 'Another' };
  const commands = {
    RequestReview: requestReview({ ...contest, entryId }, lead, today, DEFAULT_POLICY),
    AnswerReview: answerReview(another, inspector, today, independent, []),
    CloseTask: closeTask(close, officer, afterNotice, DEFAULT_POLICY),
  };
  const histories = [
    [],
    [reviewRequested],
    [reviewRequested, reviewUpheld],
    [reviewRequested, reviewAnswered],
    [reviewRequested, reviewTookBack, taskWithdrawn],
  ];
  const onNotice = histories.map((history) => [...toVerification, noticePublished, ...history]);
  const statusOf = (task: Task): string => {
    if (task.status === 'unassigned') return task.status;
    const last = task.reviews.at(-1);
    return last ? (last.answer?.outcome ?? 'pending') : 'not asked';
  };
  expect(tableUnder('Review')).toEqual(driven(tasks, commands, onNotice, statusOf));
});
