import type { Actor } from '@redress/contracts/envelope';
import type { AnswerCard, CardAnswerRejection } from '@redress/contracts/rectification/answer-card';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { isInForce } from '../task/cards.js';
import type { Task } from '../task/task.js';
import { isOfLeadUnit } from '../task/who.js';

/** The lead unit answers a card that is in force, once; a yellow one on the last day of its term at the latest. */
export const answerCard =
  ({ taskId, cardId, text }: AnswerCard, actor: Actor, today: Day) =>
  (task: Task): Decision<TaskEvent, CardAnswerRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOfLeadUnit(actor, task)) return reject('not-the-lead-unit');
    const card = task.cards.find(({ id }) => id === cardId);
    if (!card) return reject('no-such-card');
    if (card.answer !== undefined) return card.answer === text ? [] : reject('card-already-answered');
    if (!isInForce(card)) return reject('card-not-in-force');
    if (card.answerBy && today > card.answerBy.to) return reject('answer-is-too-late');

    return [{ type: 'CardAnswered', data: { taskId, cardId, text } }];
  };
