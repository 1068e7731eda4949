import { describe, it } from '@jest/globals';
import { findingIssued, findingRecorded } from '@redress/contracts/inspection/finding.examples';
import {
  acceptanceFollowed,
  closingFollowed,
  reopeningFollowed,
  reviewFollowed,
  taskFollowed,
} from '@redress/contracts/inspection/followed.examples';
import {
  contest,
  relapsed as lookedBack,
  reviewAnswered,
  reviewRequested,
  taskWithdrawn,
} from '@redress/contracts/rectification/aftermath.examples';
import { assignedFromFinding } from '@redress/contracts/rectification/from-finding.examples';
import { granted } from '@redress/contracts/rectification/more-time.examples';
import { deadline, strangeUnit, today, tomorrow } from '@redress/contracts/rectification/people.examples';
import {
  accepted,
  closed,
  reassigned,
  reopened,
  returned,
} from '@redress/contracts/rectification/task.examples';
import type { TaskId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { findings } from '../finding/finding.js';
import { followTask, type TaskNews } from './follow-task.js';

const { given } = specFor(findings);
const issued = [findingRecorded, findingIssued] as const;
const { taskId } = findingIssued.data;
const ofIt = (event: TaskNews): TaskNews => ({ ...event, data: { ...event.data, taskId } }) as TaskNews;
const inHand = given(...issued, taskFollowed);
type Reopened = Extract<TaskNews, { type: 'TaskReopened' }>;
type Followed = typeof taskFollowed.data;
const after = (change: Partial<Followed>) =>
  having(taskFollowed, { taskRevision: 5, day: tomorrow, ...change });

describe('a finding keeps how its task stands', () => {
  it('from its assignment on', () => {
    given(...issued)
      .when(followTask(assignedFromFinding, 0, today))
      .yields(taskFollowed);
    given(...issued)
      .when(followTask(ofIt(accepted), 1, today))
      .changesNothing();
  });

  it.each<[string, TaskNews, Partial<Followed>]>([
    ['returned', returned, { news: 'returned', standing: 'returned', reason: returned.data.reason }],
    ['accepted', accepted, { news: 'accepted', standing: 'accepted' }],
    [
      'reassigned',
      reassigned,
      {
        news: 'reassigned',
        standing: 'assigned',
        leadUnit: strangeUnit,
        supportingUnits: reassigned.data.supportingUnits,
        deadline: reassigned.data.deadline,
        assignedOn: tomorrow,
      },
    ],
    ['deadline-moved', granted, { news: 'deadline-moved', deadline: granted.data.until }],
    [
      'closed',
      closed,
      { news: 'closed', standing: 'closed', closedOn: tomorrow, outcome: closed.data.outcome },
    ],
    [
      'looked-back',
      lookedBack,
      { news: 'looked-back', lookedBack: { found: lookedBack.data.found, on: lookedBack.data.on } },
    ],
    [
      'review-asked',
      reviewRequested,
      {
        news: 'review-asked',
        reason: contest.reason,
        review: { entryId: contest.entryId, answerBy: reviewRequested.data.answerBy },
      },
    ],
    [
      'withdrawn',
      taskWithdrawn,
      { news: 'withdrawn', standing: 'withdrawn', reason: taskWithdrawn.data.reason },
    ],
  ])('%s', (_, event, change) => {
    inHand.when(followTask(ofIt(event), 5, tomorrow)).yields(after(change));
  });

  it('open again, without the end that it had', () => {
    const { data } = having(reopened, { taskId });
    const again = { ...reopeningFollowed.data, reason: data.reason };
    given(...issued, taskFollowed, acceptanceFollowed, closingFollowed)
      .when(followTask({ type: 'TaskReopened', data }, 10, again.day))
      .yields({ ...reopeningFollowed, data: again });
    const moved = having(reopened as Reopened, { taskId, deadline: tomorrow });
    given(...issued, taskFollowed, closingFollowed)
      .when(followTask(moved, 10, again.day))
      .yields(having(reopeningFollowed, { reason: data.reason, deadline: tomorrow }));
  });

  it('contested, with the answer and by which criterion it holds since', () => {
    const { entryId } = reviewFollowed.data.review ?? contest;
    const answered = having(reviewAnswered, { taskId, entryId });
    const { outcome, reason, criterion = '' } = answered.data;
    const review = { entryId, answerBy: reviewFollowed.data.review?.answerBy ?? deadline, outcome };
    given(...issued, taskFollowed, reviewFollowed)
      .when(followTask(answered, 5, tomorrow))
      .yields(after({ news: 'review-answered', reason, criterion, review }));
  });

  it('but not by what is older than what it knows, of another task, or before it was issued', () => {
    given(...issued, taskFollowed, closingFollowed)
      .when(followTask(ofIt(accepted), 1, today))
      .changesNothing();
    const strange = '0190a5c4-1111-7aaa-8aaa-000000000077' as TaskId;
    inHand.when(followTask(having(accepted, { taskId: strange }), 5, today)).changesNothing();
    given(findingRecorded)
      .when(followTask(assignedFromFinding, 0, today))
      .changesNothing();
    given()
      .when(followTask(assignedFromFinding, 0, today))
      .changesNothing();
  });
});
