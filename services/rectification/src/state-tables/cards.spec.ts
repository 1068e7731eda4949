import { expect, it } from '@jest/globals';
import type { EscalationEvent } from '@redress/contracts/rectification/escalation.events';
import {
  appealDismissed,
  appealUpheld,
  blueDrawn,
  officeCardId,
  yellowAnswered,
  yellowAppealed,
  yellowDrawn,
  yellowId,
} from '@redress/contracts/rectification/escalation.examples';
import { dayAfterDeadline, lead, officer, today } from '@redress/contracts/rectification/people.examples';
import { assigned, giveBack, returned, taskId } from '@redress/contracts/rectification/task.examples';
import type { Day } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { driven } from '@redress/eventsourcing/state-table';
import { answerCard } from '../answer-card/answer-card.js';
import { appealCard, decideAppeal } from '../appeal-card/appeal-card.js';
import { comeDue } from '../come-due/come-due.js';
import { TIMED_RULES } from '../come-due/due.js';
import { drawCard } from '../draw-card/draw-card.js';
import { standards } from '../policy/standards.examples.js';
import { answerTerm } from '../policy/terms.js';
import { returnTask } from '../return-task/return-task.js';
import type { Card } from '../task/cards.js';
import { type Task, tasks } from '../task/task.js';
import { tableUnder } from './readme.examples.js';

const about = { taskId, cardId: yellowId };
const patient = { ...standards.policy.cards, redAfterWorkingDays: 250 };
const waiting = { ...standards, policy: { ...standards.policy, cards: patient } };

it('the README says what every command does to a yellow card, and the timer when its time is over', () => {
  const commands = {
    DrawCard: drawCard(
      { taskId, cardId: officeCardId, colour: 'red', reason: 'Late' },
      officer,
      today,
      standards,
    ),
    AnswerCard: answerCard({ ...about, text: 'Another' }, lead, dayAfterDeadline),
    AppealCard: appealCard({ ...about, reason: 'Another' }, lead, dayAfterDeadline),
    'DecideAppeal, upheld': decideAppeal(
      { ...about, upheld: true, reason: 'Yes' },
      officer,
      dayAfterDeadline,
      standards,
    ),
    'DecideAppeal, dismissed': decideAppeal(
      { ...about, upheld: false, reason: 'No' },
      officer,
      dayAfterDeadline,
      standards,
    ),
    ReturnTask: returnTask(giveBack, lead, today),
    'the timer': comeDue({ taskId }, '2026-04-10' as Day, () => waiting),
  };
  const dismissed = having<EscalationEvent & { type: 'AppealDecided' }>(appealDismissed, {
    answerBy: answerTerm(standards, dayAfterDeadline),
  });
  const histories = [
    [yellowDrawn],
    [yellowDrawn, yellowAnswered],
    [yellowDrawn, yellowAppealed],
    [yellowDrawn, yellowAppealed, dismissed],
    [yellowDrawn, yellowAppealed, appealUpheld],
    [yellowDrawn, returned],
  ].map((history) => [assigned, blueDrawn, ...history]);
  expect(tableUnder('Cards')).toEqual(driven(tasks, commands, histories, statusOf));
});

const statusOf = (task: Task): string => {
  const card = task.status === 'unassigned' ? undefined : task.cards.at(-1);
  if (!card) return 'none';
  return card.id === yellowId ? wordFor(card) : `${card.drawn.colour} in force`;
};

const wordFor = ({ status, decision, answer }: Card): string => {
  if (status !== 'in-force') return status;
  if (answer !== undefined) return 'answered';
  return decision ? 'dismissed' : 'in force';
};

it('the README names every rule of the timer with its colour', () => {
  const rules = tableUnder('Timers');
  expect(Object.keys(rules)).toEqual([...TIMED_RULES.map(({ rule }) => rule), 'look-back']);
  for (const { rule, colour } of TIMED_RULES) expect(rules[rule]).toMatchObject({ draws: colour });
});
