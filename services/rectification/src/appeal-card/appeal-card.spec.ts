import { describe, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import type { AppealCard, DecideAppeal } from '@redress/contracts/rectification/appeal-card';
import type { EscalationEvent } from '@redress/contracts/rectification/escalation.events';
import {
  appealDismissed,
  appealUpheld,
  blueDrawn,
  officeCardId,
  redByOffice,
  redDrawn,
  redId,
  talkLapsed,
  talkProposed,
  yellowAnswered,
  yellowAppealed,
  yellowDrawn,
  yellowId,
} from '@redress/contracts/rectification/escalation.examples';
import {
  dayAfterDeadline,
  inspector,
  lead,
  leadingGroup,
  officer,
  supporter,
} from '@redress/contracts/rectification/people.examples';
import { assigned, returned, taskId } from '@redress/contracts/rectification/task.examples';
import type { Day } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { standards } from '../policy/standards.examples.js';
import { answerTerm } from '../policy/terms.js';
import { unassigned } from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { appealCard, decideAppeal } from './appeal-card.js';

type Decided = EscalationEvent & { readonly type: 'AppealDecided' };
const { given } = specFor(tasks);
const appeal = { taskId, cardId: yellowId, reason: 'The street was closed' } satisfies AppealCard;
const uphold = { taskId, cardId: yellowId, upheld: true, reason: 'It was' } satisfies DecideAppeal;
const dismiss = { taskId, cardId: yellowId, upheld: false, reason: 'Not that week' } satisfies DecideAppeal;
const decided = (command: DecideAppeal, actor: Actor = officer) =>
  decideAppeal(command, actor, dayAfterDeadline, standards);

const late = given(assigned, yellowDrawn);
const appealed = given(assigned, yellowDrawn, yellowAppealed);
const { to: lastDay } = yellowDrawn.data.appealBy;
const dayAfter = '2026-04-09' as Day;

describe('the lead unit appeals', () => {
  it('on the last day of the term at the latest', () => {
    late.when(appealCard(appeal, lead, lastDay)).yields(yellowAppealed);
  });

  it('against the office as well', () => {
    given(assigned, redByOffice)
      .when(appealCard({ ...appeal, cardId: officeCardId }, lead, dayAfterDeadline))
      .yields(
        having<EscalationEvent & { type: 'CardAppealed' }>(yellowAppealed, {
          cardId: officeCardId,
          colour: 'red',
        }),
      );
  });

  it('once: the same again is a repeat, even when it was decided', () => {
    appealed.when(appealCard(appeal, lead, dayAfter)).changesNothing();
    for (const answer of [appealUpheld, appealDismissed])
      given(assigned, yellowDrawn, yellowAppealed, answer)
        .when(appealCard(appeal, lead, dayAfter))
        .changesNothing();
  });

  it.each([
    ['no-such-task', unassigned, appeal, lead, lastDay],
    ['not-the-lead-unit', late, appeal, supporter, lastDay],
    ['not-the-lead-unit', late, appeal, { ...officer, unit: lead.unit }, lastDay],
    ['no-such-card', given(assigned, blueDrawn), appeal, lead, lastDay],
    ['already-appealed', appealed, { ...appeal, reason: 'Another' }, lead, lastDay],
    [
      'already-appealed',
      given(assigned, yellowDrawn, yellowAppealed, appealDismissed),
      { ...appeal, reason: 'Another' },
      lead,
      lastDay,
    ],
    ['card-not-in-force', given(assigned, yellowDrawn, returned), appeal, lead, lastDay],
    ['appeal-is-too-late', late, appeal, lead, dayAfter],
  ] as const)('but is told %s', (reason, task, command, actor, day) => {
    task.when(appealCard(command, actor, day)).isRejected(reason);
  });
});

describe.each([officer, leadingGroup])('the $role decides', (actor) => {
  it('that the appeal was right: the card is withdrawn, and what is below it is left', () => {
    appealed.when(decided(uphold, actor)).yields(appealUpheld);
    given(assigned, blueDrawn, yellowDrawn, yellowAppealed)
      .when(decided(uphold, actor))
      .yields(having<Decided>(appealUpheld, { left: 'blue' }));
    given(assigned, yellowDrawn, redDrawn, yellowAppealed)
      .when(decided(uphold, actor))
      .yields(having<Decided>(appealUpheld, { left: 'red' }));
  });

  it('that it was not: the card stays, and the time for an answer begins anew if there was none', () => {
    const stays = having<Decided>(appealDismissed, { left: 'yellow' });
    const answerBy = answerTerm(standards, dayAfterDeadline);
    appealed.when(decided(dismiss, actor)).yields(having<Decided>(stays, { answerBy }));
    given(assigned, yellowDrawn, yellowAnswered, yellowAppealed).when(decided(dismiss, actor)).yields(stays);
  });
});

it('what was proposed on a card falls with it', () => {
  const cardId = redId;
  const redAppealed = having<EscalationEvent & { type: 'CardAppealed' }>(yellowAppealed, { cardId });
  given(assigned, yellowDrawn, redDrawn, talkProposed, redAppealed)
    .when(decided({ ...uphold, cardId }))
    .yields(
      having<Decided>(appealUpheld, { cardId, left: 'yellow' }),
      having<EscalationEvent & { type: 'EscalationLapsed' }>(talkLapsed, { on: dayAfterDeadline }),
    );
});

it.each([
  ['no-such-task', unassigned, uphold, officer],
  ['not-the-office', appealed, uphold, lead],
  ['not-the-office', appealed, uphold, inspector],
  ['officer-is-unnamed', appealed, uphold, { role: 'office' }],
  ['no-such-card', given(assigned, blueDrawn), uphold, officer],
  ['not-appealed', late, uphold, officer],
  ['appeal-already-decided', given(assigned, yellowDrawn, yellowAppealed, appealUpheld), dismiss, officer],
  ['appeal-already-decided', given(assigned, yellowDrawn, yellowAppealed, appealDismissed), uphold, officer],
  [
    'appeal-already-decided',
    given(assigned, yellowDrawn, yellowAppealed, appealUpheld),
    { ...uphold, reason: 'Yes' },
    officer,
  ],
  [
    'appeal-already-decided',
    given(assigned, yellowDrawn, yellowAppealed, appealUpheld),
    { ...uphold, upheld: false },
    officer,
  ],
  ['card-not-in-force', given(assigned, yellowDrawn, yellowAppealed, returned), uphold, officer],
  [
    'decider-drew-the-card',
    given(
      assigned,
      redByOffice,
      having<EscalationEvent & { type: 'CardAppealed' }>(yellowAppealed, { cardId: officeCardId }),
    ),
    { ...uphold, cardId: officeCardId },
    officer,
  ],
] as const)('who decides an appeal is told %s', (reason, task, command, actor) => {
  task.when(decideAppeal(command, actor, dayAfterDeadline, standards)).isRejected(reason);
});
