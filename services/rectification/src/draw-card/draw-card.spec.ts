import { describe, it } from '@jest/globals';
import { taskWithdrawn } from '@redress/contracts/rectification/aftermath.examples';
import type { DrawCard } from '@redress/contracts/rectification/draw-card';
import type { EscalationEvent } from '@redress/contracts/rectification/escalation.events';
import {
  appealUpheld,
  blueDrawn,
  blueId,
  nearDueOn,
  officeCardId,
  redByOffice,
  yellowDrawn,
} from '@redress/contracts/rectification/escalation.examples';
import { inspector, lead, leadingGroup, officer } from '@redress/contracts/rectification/people.examples';
import { assigned, returned, taskId } from '@redress/contracts/rectification/task.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { standards } from '../policy/standards.examples.js';
import { answerTerm } from '../policy/terms.js';
import { struckOff, unassigned, workedOn } from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { drawCard } from './draw-card.js';

const { given } = specFor(tasks);
const draw = {
  taskId,
  cardId: officeCardId,
  colour: 'red',
  reason: 'The photographs show another house',
} satisfies DrawCard;
const drawn = (command: DrawCard) => drawCard(command, officer, nearDueOn, standards);

describe('the office draws a card', () => {
  it('at once the gravest, for a reason of its own', () => {
    given(assigned).when(drawn(draw)).yields(redByOffice);
  });

  it('above the one in force; a yellow one waits for an answer', () => {
    given(assigned, blueDrawn)
      .when(drawn({ ...draw, colour: 'yellow' }))
      .yields(
        having<EscalationEvent & { type: 'CardDrawn' }>(redByOffice, {
          colour: 'yellow',
          answerBy: answerTerm(standards, nearDueOn),
        }),
      );
  });

  it('of a colour that was withdrawn', () => {
    given(assigned, yellowDrawn, appealUpheld)
      .when(drawn({ ...draw, colour: 'blue' }))
      .yields(having<EscalationEvent & { type: 'CardDrawn' }>(redByOffice, { colour: 'blue' }));
  });

  it.each([
    ['no-such-task', unassigned, draw, officer],
    ['not-the-office', workedOn, draw, lead],
    ['not-the-office', workedOn, draw, inspector],
    ['not-the-office', workedOn, draw, leadingGroup],
    ['officer-is-unnamed', workedOn, draw, { role: 'office' }],
    ['card-id-is-taken', given(assigned, redByOffice), { ...draw, colour: 'blue' }, officer],
    ['card-id-is-taken', given(assigned, redByOffice), { ...draw, reason: 'Another' }, officer],
    ['card-id-is-taken', given(assigned, blueDrawn), { ...draw, cardId: blueId, colour: 'blue' }, officer],
    ['task-is-returned', given(assigned, returned), draw, officer],
    ['task-is-closed', struckOff, draw, officer],
    ['task-is-closed', given(assigned, taskWithdrawn), draw, officer],
    ['not-above-the-card-in-force', given(assigned, yellowDrawn), { ...draw, colour: 'yellow' }, officer],
    ['not-above-the-card-in-force', given(assigned, yellowDrawn), { ...draw, colour: 'blue' }, officer],
  ] as const)('but is told %s', (reason, task, command, actor) => {
    task.when(drawCard(command, actor, nearDueOn, standards)).isRejected(reason);
  });
});
