import type { Actor } from '@redress/contracts/envelope';
import type {
  AppealCard,
  AppealDecisionRejection,
  AppealRejection,
  DecideAppeal,
} from '@redress/contracts/rectification/appeal-card';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Standards } from '../policy/standards.js';
import { answerTerm } from '../policy/terms.js';
import { gravest, isInForce } from '../task/cards.js';
import { lapsingWith } from '../task/lapsing.js';
import type { Task } from '../task/task.js';
import { isOfficeOrAbove, isOfLeadUnit } from '../task/who.js';

/** The lead unit appeals against a card that is in force, once, on the last day of the term at the latest. */
export const appealCard =
  ({ taskId, cardId, reason }: AppealCard, actor: Actor, today: Day) =>
  (task: Task): Decision<TaskEvent, AppealRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOfLeadUnit(actor, task)) return reject('not-the-lead-unit');
    const card = task.cards.find(({ id }) => id === cardId);
    if (!card) return reject('no-such-card');
    if (card.appeal !== undefined) return card.appeal === reason ? [] : reject('already-appealed');
    if (!isInForce(card)) return reject('card-not-in-force');
    if (today > card.drawn.appealBy.to) return reject('appeal-is-too-late');

    const { leadUnit, title } = task.assignment;
    const { colour } = card.drawn;
    return [{ type: 'CardAppealed', data: { taskId, cardId, leadUnit, title, colour, reason } }];
  };

/**
 * Somebody else than who drew the card decides. Upheld, it is withdrawn, and with it what was proposed on it; dismissed,
 * a yellow one that was not answered has its time for an answer anew.
 */
export const decideAppeal =
  (
    { taskId, cardId, upheld, reason }: DecideAppeal,
    { person, ...actor }: Actor,
    today: Day,
    standards: Standards,
  ) =>
  (task: Task): Decision<TaskEvent, AppealDecisionRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOfficeOrAbove(actor)) return reject('not-the-office');
    if (!person) return reject('officer-is-unnamed');
    const card = task.cards.find(({ id }) => id === cardId);
    if (!card) return reject('no-such-card');
    const { decision, drawn } = card;
    if (decision)
      return decision.upheld === upheld && decision.reason === reason ? [] : reject('appeal-already-decided');
    if (card.appeal === undefined) return reject('not-appealed');
    if (!isInForce(card)) return reject('card-not-in-force');
    if (drawn.drawnBy === person) return reject('decider-drew-the-card');

    const { leadUnit } = task.assignment;
    const left = gravest(task.cards.filter((one) => !upheld || one !== card))?.drawn.colour;
    const waits = !upheld && card.answerBy && card.answer === undefined;
    const answerBy = waits && { answerBy: answerTerm(standards, today) };
    const data = { taskId, cardId, leadUnit, upheld, reason, ...(left && { left }), ...answerBy };
    return [{ type: 'AppealDecided', data }, ...(upheld ? lapsingWith(cardId, taskId, task, today) : [])];
  };
