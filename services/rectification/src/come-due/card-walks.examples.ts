import { dayAt, numberOf } from '@redress/calendar/days';
import type { Actor } from '@redress/contracts/envelope';
import { timedCardIdOf } from '@redress/contracts/rectification/card-ids';
import { officeCardId } from '@redress/contracts/rectification/escalation.examples';
import {
  colleague,
  deadline,
  inspector,
  lead,
  leadingGroup,
  officer,
  supporter,
  today,
} from '@redress/contracts/rectification/people.examples';
import { attach, giveBack, reassign, report, taskId } from '@redress/contracts/rectification/task.examples';
import { CARD_COLOURS } from '@redress/contracts/rectification/words';
import type { CardId, Day } from '@redress/contracts/values';
import fc from 'fast-check';
import { answerCard } from '../answer-card/answer-card.js';
import { appealCard, decideAppeal } from '../appeal-card/appeal-card.js';
import { drawCard } from '../draw-card/draw-card.js';
import { standards } from '../policy/standards.examples.js';
import type { Rule, Step } from '../task/walked.examples.js';
import { along, anyStep, at } from '../task/walks.examples.js';
import { comeDue } from './come-due.js';

const system: Actor = { role: 'system' };

const rules = (day: Day, cardId: CardId) =>
  ({
    tick: () => comeDue({ taskId }, day, () => standards),
    drawBlue: (actor) => drawCard({ taskId, cardId, colour: 'blue', reason: 'Late' }, actor, day, standards),
    drawYellow: (actor) =>
      drawCard({ taskId, cardId, colour: 'yellow', reason: 'Late' }, actor, day, standards),
    drawRed: (actor) => drawCard({ taskId, cardId, colour: 'red', reason: 'Late' }, actor, day, standards),
    answer: (actor) => answerCard({ taskId, cardId, text: 'On Monday' }, actor, day),
    appeal: (actor) => appealCard({ taskId, cardId, reason: 'Not ours' }, actor, day),
    appealAgain: (actor) => appealCard({ taskId, cardId, reason: 'Not ours at all' }, actor, day),
    uphold: (actor) => decideAppeal({ taskId, cardId, upheld: true, reason: 'Right' }, actor, day, standards),
    dismiss: (actor) => decideAppeal({ taskId, cardId, upheld: false, reason: 'No' }, actor, day, standards),
  }) satisfies Readonly<Record<string, Rule>>;
type Name = keyof ReturnType<typeof rules>;

const step = (name: Name, actor: Actor, after: number, cardId: CardId = officeCardId): Step => ({
  name,
  actor,
  rule: rules(dayAt(numberOf(today) + after), cardId)[name],
});
const timed = (colour: (typeof CARD_COLOURS)[number], until = deadline, round = 0): CardId =>
  timedCardIdOf(taskId, colour, until, round);

const cards = [
  officeCardId,
  '0190a5c4-1111-7aaa-8aaa-000000000065' as CardId,
  ...CARD_COLOURS.flatMap((colour) => [0, 1, 2].map((round) => timed(colour, deadline, round))),
];
const names = (Object.keys(rules(today, officeCardId)) as Name[]).filter((name) => name !== 'tick');
const anyCardStep = fc
  .tuple(
    fc.constantFrom(...names),
    fc.constantFrom(lead, officer, colleague, leadingGroup, supporter),
    fc.integer({ min: 0, max: 40 }),
    fc.constantFrom(...cards),
  )
  .map((parts) => step(...parts));
const anyTick = fc.integer({ min: 0, max: 40 }).map((after) => step('tick', system, after));

/** What may well come between, and changes what falls due. */
const turn = fc.constantFrom(
  at('giveBack', lead, giveBack.entryId),
  at('reassignToLead', officer, reassign.entryId),
  at('askForTime', lead),
  at('grant', officer),
  at('refuse', officer),
  at('ask', lead),
  step('answer', lead, 40, timed('yellow')),
  step('appealAgain', lead, 14, timed('yellow')),
  step('appeal', lead, 13, timed('yellow')),
  step('uphold', officer, 14, timed('yellow')),
  step('dismiss', officer, 14, timed('yellow')),
  step('drawYellow', officer, 3),
  step('appeal', lead, 4),
  step('uphold', colleague, 5),
  step('uphold', officer, 5),
);

/** A task whose cards fall due, are answered or appealed against; which is closed at last, and opened again. */
const theWay: readonly Step[] = [
  at('assign', officer),
  step('tick', system, 6),
  at('accept', lead),
  at('plan', lead),
  step('tick', system, 12),
  step('answer', lead, 13, timed('yellow')),
  step('appeal', lead, 13, timed('yellow')),
  step('uphold', officer, 14, timed('yellow')),
  at('report', lead, report.entryId),
  at('attach', lead, attach.entryId),
  at('ask', lead),
  step('tick', system, 20),
  at('reject', inspector),
  step('tick', system, 30),
  step('drawRed', officer, 31),
  at('reopen', officer),
  step('tick', system, 40),
];
export const cardWalk = along(
  theWay,
  fc.oneof(
    { weight: 1, arbitrary: anyStep },
    { weight: 3, arbitrary: anyCardStep },
    { weight: 2, arbitrary: anyTick },
    { weight: 3, arbitrary: turn },
  ),
);
