import { randomUUID } from 'node:crypto';
import { AnswerCard } from '@redress/contracts/rectification/answer-card';
import { AppealCard, DecideAppeal } from '@redress/contracts/rectification/appeal-card';
import { DrawCard } from '@redress/contracts/rectification/draw-card';
import { yellowAppealed, yellowDrawn, yellowId } from '@redress/contracts/rectification/escalation.examples';
import { officeCardId } from '@redress/contracts/rectification/escalation.examples';
import { today } from '@redress/contracts/rectification/people.examples';
import { assigned, taskId } from '@redress/contracts/rectification/task.examples';
import { specFor } from '@redress/eventsourcing/spec';
import { decideAppeal } from '../../../services/rectification/src/appeal-card/appeal-card.js';
import { drawCard } from '../../../services/rectification/src/draw-card/draw-card.js';
import { standards } from '../../../services/rectification/src/policy/standards.examples.js';
import { justAssigned } from '../../../services/rectification/src/task/histories.examples.js';
import { tasks } from '../../../services/rectification/src/task/task.js';
import { nobodyIsUnnamed, saying } from './at-task.js';
import { aWorld, everyRejectionOf } from './drives.js';
import type { Task } from './steps.js';

const world = aWorld();
const { given } = specFor(tasks);

const another = randomUUID();
const cardOf = ({ ids }: Task): string => ids['card'] ?? another;

const draws = saying(() => ({ below: `/cards/${another}`, body: { colour: 'blue', reason: 'It is late' } }));
everyRejectionOf(DrawCard, world, {
  'no-such-task': draws(404, 'office', 'unassigned'),
  'not-the-office': draws(403, 'leading', 'assigned'),
  'officer-is-unnamed': nobodyIsUnnamed(() => {
    const command = { taskId, cardId: officeCardId, colour: 'blue', reason: 'Late' } as const;
    justAssigned
      .when(drawCard(command, { role: 'office' }, today, standards))
      .isRejected('officer-is-unnamed');
  }),
  'card-id-is-taken': draws(409, 'office', 'yellow', (task) => ({ below: `/cards/${cardOf(task)}` })),
  'task-is-returned': draws(409, 'office', 'returned'),
  'task-is-closed': draws(409, 'office', 'closed'),
  'not-above-the-card-in-force': draws(409, 'scribe', 'yellow', () => ({
    body: { colour: 'yellow', reason: 'It is late' },
  })),
});

/** Of the three working days to answer after Thursday 2 March, Tuesday is the last; of the five to appeal, Thursday. */
const [TOO_LATE_TO_ANSWER, TOO_LATE_TO_APPEAL] = ['2023-03-08', '2023-03-10'];
const answers = saying((task) => ({
  below: `/cards/${cardOf(task)}/answer`,
  body: { text: 'The pipe comes tomorrow' },
}));
everyRejectionOf(AnswerCard, world, {
  'no-such-task': answers(404, 'lead', 'unassigned'),
  'not-the-lead-unit': answers(403, 'helper', 'yellow'),
  'no-such-card': answers(404, 'lead', 'assigned'),
  'card-already-answered': answers(409, 'lead', 'answeredYellow'),
  'card-not-in-force': answers(409, 'lead', 'yellowEnded'),
  'answer-is-too-late': answers(409, 'lead', 'yellow', () => ({ day: TOO_LATE_TO_ANSWER })),
});

const appeals = saying((task) => ({
  below: `/cards/${cardOf(task)}/appeal`,
  body: { reason: 'The city has not delivered' },
}));
everyRejectionOf(AppealCard, world, {
  'no-such-task': appeals(404, 'lead', 'unassigned'),
  'not-the-lead-unit': appeals(403, 'helper', 'yellow'),
  'no-such-card': appeals(404, 'lead', 'assigned'),
  'already-appealed': appeals(409, 'lead', 'appealed'),
  'card-not-in-force': appeals(409, 'lead', 'yellowEnded'),
  'appeal-is-too-late': appeals(409, 'lead', 'yellow', () => ({ day: TOO_LATE_TO_APPEAL })),
});

const decides = saying((task) => ({
  below: `/cards/${cardOf(task)}/appeal/decision`,
  body: { upheld: true, reason: 'It was not theirs' },
}));
everyRejectionOf(DecideAppeal, world, {
  'no-such-task': decides(404, 'scribe', 'unassigned'),
  'not-the-office': decides(403, 'lead', 'appealed'),
  'officer-is-unnamed': nobodyIsUnnamed(() => {
    const decision = { taskId, cardId: yellowId, upheld: true, reason: 'So it is' };
    given(assigned, yellowDrawn, yellowAppealed)
      .when(decideAppeal(decision, { role: 'leading-group' }, today, standards))
      .isRejected('officer-is-unnamed');
  }),
  'no-such-card': decides(404, 'scribe', 'assigned'),
  'not-appealed': decides(409, 'scribe', 'yellow'),
  'appeal-already-decided': decides(409, 'scribe', 'appealUpheld'),
  'card-not-in-force': decides(409, 'leading', 'appealEnded'),
  'decider-drew-the-card': decides(403, 'officeAsLeading', 'appealed'),
});
