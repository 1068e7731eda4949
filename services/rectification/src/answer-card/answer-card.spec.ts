import { describe, it } from '@jest/globals';
import type { AnswerCard } from '@redress/contracts/rectification/answer-card';
import type { EscalationEvent } from '@redress/contracts/rectification/escalation.events';
import {
  appealDismissed,
  appealUpheld,
  blueDrawn,
  blueId,
  redDrawn,
  yellowAnswered,
  yellowAppealed,
  yellowDrawn,
  yellowId,
} from '@redress/contracts/rectification/escalation.examples';
import { day31, lead, officer, supporter } from '@redress/contracts/rectification/people.examples';
import { assigned, returned, taskId } from '@redress/contracts/rectification/task.examples';
import type { Day } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { unassigned } from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { answerCard } from './answer-card.js';

const { given } = specFor(tasks);
const answer = { taskId, cardId: yellowId, text: 'The pipe comes on Monday' } satisfies AnswerCard;
const late = given(assigned, blueDrawn, yellowDrawn);
const answered = given(assigned, blueDrawn, yellowDrawn, yellowAnswered);
const { to: lastDay } = yellowDrawn.data.answerBy;
const dayAfter = '2026-04-07' as Day;

describe('the lead unit answers', () => {
  it('a yellow card, on the last day of its term at the latest', () => {
    late.when(answerCard(answer, lead, lastDay)).yields(yellowAnswered);
  });

  it('while its appeal waits, and in the new term after that was dismissed', () => {
    given(assigned, yellowDrawn, yellowAppealed)
      .when(answerCard(answer, lead, lastDay))
      .yields(yellowAnswered);
    const again = having<EscalationEvent & { type: 'AppealDecided' }>(appealDismissed, {
      answerBy: { ...yellowDrawn.data.answerBy, to: dayAfter },
    });
    given(assigned, yellowDrawn, yellowAppealed, again)
      .when(answerCard(answer, lead, dayAfter))
      .yields(yellowAnswered);
  });

  it('a card of another colour whenever it is in force', () => {
    given(assigned, blueDrawn, yellowDrawn, redDrawn)
      .when(answerCard({ ...answer, cardId: blueId }, lead, day31))
      .yields(having<EscalationEvent & { type: 'CardAnswered' }>(yellowAnswered, { cardId: blueId }));
  });

  it('and says the same again without a second answer, however late', () => {
    answered.when(answerCard(answer, lead, day31)).changesNothing();
  });

  it.each([
    ['no-such-task', unassigned, answer, lead, lastDay],
    ['not-the-lead-unit', late, answer, supporter, lastDay],
    ['not-the-lead-unit', late, answer, { ...officer, unit: lead.unit }, lastDay],
    ['no-such-card', given(assigned, blueDrawn), answer, lead, lastDay],
    ['card-already-answered', answered, { ...answer, text: 'On Tuesday' }, lead, lastDay],
    ['card-not-in-force', given(assigned, yellowDrawn, yellowAppealed, appealUpheld), answer, lead, lastDay],
    ['card-not-in-force', given(assigned, yellowDrawn, returned), answer, lead, lastDay],
    ['answer-is-too-late', late, answer, lead, dayAfter],
  ] as const)('but is told %s', (reason, task, command, actor, day) => {
    task.when(answerCard(command, actor, day)).isRejected(reason);
  });
});
