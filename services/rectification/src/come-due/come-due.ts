import { dayAt, numberOf } from '@redress/calendar/days';
import { timedCardIdOf } from '@redress/contracts/rectification/card-ids';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { TaskRef } from '@redress/contracts/rectification/refs';
import type { CardColour } from '@redress/contracts/rectification/words';
import type { CardId, Day, TaskId } from '@redress/contracts/values';
import type { StandardsOn } from '../policy/standards.js';
import { answerTerm, appealTerm, typeNamed } from '../policy/terms.js';
import { type Card, gravest, rank } from '../task/cards.js';
import { type AssignedTask, isOver, type Task, tasks } from '../task/task.js';
import { waitsForOthers } from '../task/waits-for-others.js';
import { type Held, type TimedRule, TIMED_RULES } from './due.js';

/**
 * Draws every card that fell due by `today`, in order, each with the first day on which its rule held: however late
 * this is decided, the cards of a deadline are the same. A rule is judged by what held on that day; the time to answer
 * and to appeal runs from `today`. What waits for others holds all back: once that is over, what fell due meanwhile
 * is drawn with its own day.
 */
export const comeDue =
  ({ taskId }: TaskRef, today: Day, standardsOn: StandardsOn) =>
  (task: Task): readonly TaskEvent[] => {
    const drawn: Drawn[] = [];
    const next = (): Drawn | undefined =>
      nextCard(taskId, drawn.reduce<Task>(tasks.evolve, task), today, standardsOn);
    for (let card = next(); card; card = next()) drawn.push(card);
    return drawn;
  };

type Drawn = TaskEvent & { readonly type: 'CardDrawn' };

const nextCard = (taskId: TaskId, task: Task, today: Day, standardsOn: StandardsOn): Drawn | undefined => {
  if (task.status === 'unassigned' || task.status === 'returned') return undefined;
  if (isOver(task) || waitsForOthers(task)) return undefined;
  const due = firstDue(task, rulesLeft(taskId, task), today, standardsOn);
  if (!due) return undefined;

  const { rule, colour, dueOn, counted, drawnOf } = due;
  const { deadline, assignment } = task;
  const { leadUnit, title } = assignment;
  const { policy, calendar } = standardsOn(dueOn);
  const now = standardsOn(today);
  return {
    type: 'CardDrawn',
    data: {
      taskId,
      cardId: timedCardIdOf(taskId, colour, deadline, roundOf(task)),
      leadUnit,
      title,
      colour,
      rule,
      deadline,
      dueOn,
      ...(counted && { counted }),
      drawnOf: [...drawnOf],
      policy: policy.version,
      calendar: calendar.version,
      appealBy: appealTerm(now, today),
      ...(colour === 'yellow' && { answerBy: answerTerm(now, today) }),
    },
  };
};

/**
 * Those that would draw a card above the one in force, or warn of a deadline that was moved since. Of each colour there is one card for a deadline: withdrawn on
 * appeal, it is not drawn again; and a red one for long delay takes a yellow one that was not withdrawn.
 */
const rulesLeft = (taskId: TaskId, task: AssignedTask): readonly TimedRule[] => {
  const drawn = (colour: CardColour): Card | undefined =>
    cardOf(task, timedCardIdOf(taskId, colour, task.deadline, roundOf(task)));
  const inForce = gravest(task.cards)?.drawn;
  const isAbove = (colour: CardColour): boolean => !inForce || rank(colour) > rank(inForce.colour);
  const warnsAnew = (colour: CardColour): boolean =>
    colour === 'blue' && inForce?.colour === 'blue' && inForce.deadline !== task.deadline;
  return TIMED_RULES.filter(
    ({ rule, colour }) =>
      !drawn(colour) &&
      (isAbove(colour) || warnsAnew(colour)) &&
      (rule !== 'long-overdue' || drawn('yellow')?.status !== 'withdrawn'),
  );
};

const cardOf = ({ cards }: AssignedTask, id: CardId): Card | undefined =>
  cards.find((card) => card.id === id);

/** How often it was assigned anew, or closed and reopened: with each a new round of cards begins. */
const roundOf = ({ entries, closeOuts }: AssignedTask): number =>
  entries.filter(({ type }) => type === 'TaskReassigned').length +
  closeOuts.filter(({ status }) => status === 'closed').length;

type Due = TimedRule & Held & { readonly dueOn: Day };

/** From the day of assignment or reopening on, as each day would have had it. */
const firstDue = (
  task: AssignedTask,
  rules: readonly TimedRule[],
  today: Day,
  standardsOn: StandardsOn,
): Due | undefined => {
  if (rules.length === 0) return undefined;
  for (let number = numberOf(task.owedSince); number <= numberOf(today); number++) {
    const dueOn = dayAt(number);
    const standards = standardsOn(dueOn);
    if (typeNamed(standards, task.assignment.taskType)?.cards === 'none') continue;
    for (const rule of rules) {
      const held = rule.holds(task, dueOn, standards);
      if (held) return { ...rule, ...held, dueOn };
    }
  }
  return undefined;
};
