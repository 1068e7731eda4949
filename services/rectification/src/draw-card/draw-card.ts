import type { Actor } from '@redress/contracts/envelope';
import type { DrawCard, DrawingRejection } from '@redress/contracts/rectification/draw-card';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Standards } from '../policy/standards.js';
import { answerTerm, appealTerm } from '../policy/terms.js';
import { gravest, rank } from '../task/cards.js';
import { isOver, type Task } from '../task/task.js';
import { isOffice } from '../task/who.js';

/** A named person of the office draws a card above the one in force, for a reason of its own. */
export const drawCard =
  (
    { taskId, cardId, colour, reason }: DrawCard,
    { person, ...actor }: Actor,
    today: Day,
    standards: Standards,
  ) =>
  (task: Task): Decision<TaskEvent, DrawingRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOffice(actor)) return reject('not-the-office');
    if (!person) return reject('officer-is-unnamed');
    const before = task.cards.find(({ id }) => id === cardId)?.drawn;
    if (before) return before.colour === colour && before.reason === reason ? [] : reject('card-id-is-taken');
    if (task.status === 'returned') return reject('task-is-returned');
    if (isOver(task)) return reject('task-is-closed');
    const inForce = gravest(task.cards);
    if (inForce && rank(colour) <= rank(inForce.drawn.colour)) return reject('not-above-the-card-in-force');

    const { leadUnit, title } = task.assignment;
    const { deadline, deadlineSince } = task;
    const { policy, calendar } = standards;
    const data = {
      taskId,
      cardId,
      leadUnit,
      title,
      colour,
      rule: 'office' as const,
      deadline,
      dueOn: today,
      drawnOf: [deadlineSince],
      policy: policy.version,
      calendar: calendar.version,
      appealBy: appealTerm(standards, today),
      ...(colour === 'yellow' && { answerBy: answerTerm(standards, today) }),
      reason,
      drawnBy: person,
    };
    return [{ type: 'CardDrawn', data }];
  };
