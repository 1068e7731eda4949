import { dayAt, numberOf } from '@redress/calendar/days';
import type { Actor } from '@redress/contracts/envelope';
import type { Policy } from '@redress/contracts/rectification/policy';
import type {
  AnswerReview,
  RequestReview,
  ReviewAnswerRejection,
  ReviewRequestRejection,
} from '@redress/contracts/rectification/review-task';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { type Day, daysBetween, type PersonId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { idsInForce } from '../task/cards.js';
import { lapsing } from '../task/lapsing.js';
import type { Review } from '../task/reviews.js';
import { isOver, type Task } from '../task/task.js';
import { isOfLeadUnit, type Standing, whatKeeps } from '../task/who.js';

/** The lead unit contests the task, once an assignment, within the days that the policy has after it. */
export const requestReview =
  ({ taskId, entryId, reason }: RequestReview, actor: Actor, today: Day, { review, version }: Policy) =>
  (task: Task): Decision<TaskEvent, ReviewRequestRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOfLeadUnit(actor, task)) return reject('not-the-lead-unit');
    const before = task.reviews.find(({ id }) => id === entryId);
    if (before) return before.reason === reason ? [] : reject('entry-id-is-taken');
    if (isOver(task)) return reject('task-is-closed');
    if (task.status === 'returned') return reject('task-is-returned');
    if (task.reviews.some(({ revision }) => revision > task.assignedSince))
      return reject('review-already-asked');
    const { leadUnit, title, returnBy } = task.assignment;
    if (daysBetween(returnBy.from, today) > review.askWithinDays) return reject('review-is-too-late');

    const answerBy = dayAt(numberOf(today) + review.answerWithinDays);
    const data = { taskId, entryId, leadUnit, title, reason, answerBy, policy: version };
    return [{ type: 'ReviewRequested', data }];
  };

/**
 * Somebody who neither wrote what is contested nor has a part in the task answers, late rather than never. Withdrawn, the
 * task is taken back, and whatever else was contested in it is answered with that. `authors` are who listed its issues and
 * who assigned it. `standing` is that of whoever answers on the day of the act.
 */
export const answerReview =
  (
    { taskId, entryId, outcome, reason, criterion }: AnswerReview,
    actor: Actor,
    today: Day,
    standing: Standing,
    authors: readonly PersonId[],
  ) =>
  (task: Task): Decision<TaskEvent, ReviewAnswerRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!REVIEWERS.includes(actor.role)) return reject('not-a-reviewer');
    const kept = whatKeeps(actor, standing, task);
    if (kept) return reject(`reviewer-${kept}`);
    if (authors.some((author) => author === actor.person || author === actor.onBehalfOf))
      return reject('reviewer-is-an-author');
    const review = task.reviews.find(({ id }) => id === entryId);
    if (!review) return reject('no-such-review');
    if (review.answer)
      return saysTheSame(review.answer, { outcome, reason, criterion })
        ? []
        : reject('review-already-answered');
    if (task.status === 'withdrawn') return reject('task-is-closed');
    if (outcome === 'changed' && criterion === undefined) return reject('criterion-is-missing');
    if (outcome !== 'changed' && criterion !== undefined) return reject('criterion-is-not-asked-for');

    const { issues, leadUnit } = task.assignment;
    const { recusal } = standing;
    const said = { leadUnit, outcome, reason, ...(criterion !== undefined && { criterion }) };
    const answered = ({ id, answerBy }: Review): TaskEvent => {
      const daysLate = daysBetween(answerBy, today);
      const data = {
        taskId,
        entryId: id,
        ...said,
        ...(daysLate > 0 && { daysLate }),
        ...(recusal && { recusal }),
      };
      return { type: 'ReviewAnswered', data };
    };
    if (outcome !== 'withdrawn') return [answered(review)];

    const others = task.reviews.filter((other) => other !== review && !other.answer);
    const endedCards = idsInForce(task.cards);
    return [
      ...[review, ...others].map(answered),
      { type: 'TaskWithdrawn', data: { taskId, entryId, issues, leadUnit, reason, endedCards } },
      ...lapsing(taskId, task, today),
    ];
  };

const REVIEWERS: readonly Actor['role'][] = ['office', 'leading-group', 'inspection'];

type Said = Pick<AnswerReview, 'outcome' | 'reason'> & { readonly criterion: string | undefined };
const saysTheSame = (before: NonNullable<Review['answer']>, { outcome, reason, criterion }: Said): boolean =>
  before.outcome === outcome && before.reason === reason && before.criterion === criterion;
