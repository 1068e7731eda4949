import { beforeEach, expect, it } from '@jest/globals';
import type { EscalationEvent } from '@redress/contracts/rectification/escalation.events';
import {
  blueDrawn,
  blueId,
  nearDueOn,
  officeCardId,
  redByOffice,
  redDrawn,
  redId,
  redOn,
  yellowAnswered,
  yellowDrawn,
  yellowId,
} from '@redress/contracts/rectification/escalation.examples';
import {
  auditor,
  dayAfterDeadline,
  lead,
  officer,
  operator,
  stranger,
  supporter,
  today,
} from '@redress/contracts/rectification/people.examples';
import { assigned } from '@redress/contracts/rectification/task.examples';
import type { Day } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { policiesOf } from '../policy/policies.examples.js';
import { standards } from '../policy/standards.examples.js';
import { weekOnly } from '@redress/calendar/calendar';
import { appealTerm } from '../policy/terms.js';
import { drawnOn } from '../come-due/drawn.examples.js';
import { Explained } from './explained.examples.js';

type Drawn = EscalationEvent & { readonly type: 'CardDrawn' };
const system = { role: 'system' } as const;

let task: Explained;

beforeEach(async () => {
  task = new Explained();
  await task.happened(today, officer, assigned);
});

const drawnDaily = async (): Promise<void> => {
  await task.happened(nearDueOn, system, blueDrawn);
  await task.happened(dayAfterDeadline, system, yellowDrawn);
  await task.happened(dayAfterDeadline, lead, yellowAnswered);
  await task.happened(redOn, system, redDrawn);
};
const agreed = { agrees: true, differences: [], notAtHand: [] };

it('says by which rule, figures and events a card was drawn, and that it comes out so again', async () => {
  await drawnDaily();
  const figure = { name: 'cards.appealWithinWorkingDays', value: 5 };
  const { version } = standards.calendar;
  const drawn = { ...agreed, policy: 'default 1', calendar: version };
  expect(await task.card(blueId, lead)).toEqual({
    ...drawn,
    cardId: blueId,
    colour: 'blue',
    rule: 'near-due',
    deadline: '2026-03-31',
    dueOn: nearDueOn,
    drawnOn: nearDueOn,
    appealBy: blueDrawn.data.appealBy,
    text: {
      en: 'Blue: on 2026-03-26 the deadline 2026-03-31 was no more than 3 working days away.',
      zh: '蓝牌：2026-03-26距时限2026-03-31不足或恰为3个工作日。',
    },
    figures: [{ name: 'cards.blueWithinWorkingDays', value: 3 }, figure],
    events: [
      {
        revision: 0,
        type: 'TaskAssigned',
        role: 'office',
        by: officer.person,
        happenedAt: `${today}T08:00:00.000Z`,
        recordedAt: expect.any(String),
      },
      expect.objectContaining({ revision: 1, type: 'CardDrawn', role: 'system' }),
    ],
    sum: {
      from: nearDueOn,
      workingDays: 3,
      to: '2026-03-31',
      calendar: version,
      special: [],
      unpublished: [],
      en: 'from Thursday 26 Mar + 3 working days → 31 Mar',
      zh: '3月26日（星期四）起 + 3个工作日 → 3月31日',
    },
  });
  expect(await task.card(yellowId, lead)).toMatchObject({
    ...drawn,
    rule: 'overdue',
    figures: [{ name: 'cards.answerYellowWithinWorkingDays', value: 3 }, figure],
    answerBy: yellowDrawn.data.answerBy,
    text: { en: 'Yellow: the deadline 2026-03-31 had passed on 2026-04-01.' },
  });
  expect(await task.card(redId, lead)).toMatchObject({
    ...drawn,
    rule: 'long-overdue',
    figures: [{ name: 'cards.redAfterWorkingDays', value: 5 }, figure],
    text: { en: 'Red: on 2026-04-08, 5 working days had gone by after the deadline 2026-03-31.' },
    sum: { en: 'due Tuesday 31 Mar + 5 working days → 7 Apr' },
  });
});

it('tells of one that was drawn late that it was, and finds the day on which it was due again', async () => {
  const late = '2026-05-04' as Day;
  await task.happened(
    late,
    system,
    ...[blueDrawn, yellowDrawn, redDrawn].map((card: Drawn) => drawnOn(late, card)),
  );
  for (const cardId of [blueId, yellowId, redId]) expect(await task.card(cardId, lead)).toMatchObject(agreed);
  expect(await task.card(redId, lead)).toMatchObject({
    dueOn: redOn,
    drawnOn: late,
    text: {
      en: 'Red: on 2026-04-08, 5 working days had gone by after the deadline 2026-03-31. It was drawn on 2026-05-04.',
      zh: '红牌：至2026-04-08，时限2026-03-31之后已过5个工作日。2026-05-04补发。',
    },
  });
});

it('counts the time to appeal by the calendar of the day on which it was drawn, though another holds by now', async () => {
  const late = '2026-05-04' as Day;
  const sixDays = { ...standards, calendar: weekOnly(['sunday']) };
  task = new Explained(policiesOf({ ...standards, calendar: weekOnly(['monday']) }));
  await task.happened(today, officer, assigned);
  const appealBy = appealTerm(sixDays, late);
  await task.happened(late, system, having<Drawn>(blueDrawn, { appealBy }));
  expect(await task.card(blueId, lead)).toMatchObject({ ...agreed, appealBy: { to: '2026-05-09' } });
});

it('explains a yellow card that turned red, and one of the office', async () => {
  const unansweredOn = '2026-04-07' as Day;
  await task.happened(nearDueOn, system, blueDrawn);
  await task.happened(dayAfterDeadline, system, yellowDrawn);
  const { answerBy: counted } = yellowDrawn.data;
  const why = { rule: 'yellow-unanswered' as const, dueOn: unansweredOn, counted, drawnOf: [2] };
  await task.happened(unansweredOn, system, having<Drawn>(drawnOn(unansweredOn, redDrawn), why));
  expect(await task.card(redId, auditor)).toMatchObject({
    ...agreed,
    text: { en: 'Red: the yellow card was not answered by 2026-04-06, and so it turned red on 2026-04-07.' },
    figures: [
      { name: 'cards.answerYellowWithinWorkingDays', value: 3 },
      { name: 'cards.appealWithinWorkingDays', value: 5 },
    ],
    events: [{ revision: 2 }, { revision: 3 }],
    sum: { en: 'yellow card of Wednesday 1 Apr + 3 working days → 6 Apr' },
  });

  const other = new Explained();
  await other.happened(today, officer, assigned);
  await other.happened(nearDueOn, officer, redByOffice);
  const explained = await other.card(officeCardId, auditor);
  expect(explained).toMatchObject({
    ...agreed,
    text: { en: 'Red: the office drew it on 2026-03-26: The photographs show another house.' },
    figures: [{ name: 'cards.appealWithinWorkingDays' }],
  });
  expect(explained).not.toHaveProperty('sum');
});

it.each<[string, Drawn, Day, unknown]>([
  [
    'another day',
    having<Drawn>(blueDrawn, { dueOn: '2026-03-25' as Day }),
    nearDueOn,
    [{ what: 'dueOn', recorded: '2026-03-25', recomputed: '2026-03-26' }],
  ],
  [
    'a sum that is wrong',
    having<Drawn>(blueDrawn, { counted: { ...blueDrawn.data.counted, to: '2026-04-01' as Day } }),
    nearDueOn,
    [{ what: 'counted' }, { what: 'sum', recorded: '2026-04-01', recomputed: '2026-03-31' }],
  ],
  [
    'no rule at all',
    having<Drawn>(yellowDrawn, {}),
    nearDueOn,
    expect.arrayContaining([{ what: 'colour', recorded: 'yellow', recomputed: '' }]),
  ],
])('tells of a card for %s what differs', async (_, card, day, differences) => {
  await task.happened(day, system, card);
  expect(await task.card(card.data.cardId, officer)).toMatchObject({
    agrees: false,
    differences,
    notAtHand: [],
  });
});

it('says which version is not at hand any more, and guesses nothing', async () => {
  const policies = policiesOf(standards);
  task = new Explained(policies);
  await task.happened(today, officer, assigned);
  const calendar = 'china chinese-days@0.0.1#000000000000';
  const counted = { ...blueDrawn.data.counted, calendar };
  await task.happened(nearDueOn, system, having<Drawn>(blueDrawn, { calendar, counted, policy: 'policy 9' }));
  const explained = await task.card(blueId, officer);
  expect(explained).toMatchObject({
    agrees: false,
    differences: [],
    notAtHand: [
      { what: 'policy', version: 'policy 9' },
      { what: 'calendar', version: calendar },
    ],
    policy: 'policy 9',
    calendar,
    figures: [{ name: 'cards.appealWithinWorkingDays' }],
  });
  expect(explained).not.toHaveProperty('sum');
});

it('is for whoever may see the task', async () => {
  await drawnDaily();
  for (const actor of [lead, supporter, officer, auditor])
    expect(await task.card(blueId, actor)).toMatchObject({ cardId: blueId });
  for (const actor of [stranger, operator]) {
    expect(await task.card(blueId, actor)).toEqual({ rejected: 'not-found' });
    expect(await task.deadline(actor)).toEqual({ rejected: 'not-found' });
  }
  expect(await task.card(officeCardId, lead)).toEqual({ rejected: 'not-found' });
});
