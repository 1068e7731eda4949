import { expect, it } from '@jest/globals';
import { officialCalendar } from '@redress/calendar/official-calendar';
import {
  blueDrawn,
  redByOffice,
  redDrawn,
  yellowDrawn,
} from '@redress/contracts/rectification/escalation.examples';
import type { EscalationEvent } from '@redress/contracts/rectification/escalation.events';
import type { CardRule } from '@redress/contracts/rectification/words';
import type { Day } from '@redress/contracts/values';
import { sumOf } from '../calendar-days/calendar-days.js';
import { cardTold, COUNTED_FROM } from './told.js';

type Card = Extract<EscalationEvent, { type: 'CardDrawn' }>['data'];

const blue: Card = blueDrawn.data;
const { counted, ...red } = redDrawn.data;
const unanswered = { ...red, rule: 'yellow-unanswered', counted } as const;

it.each<[string, Card, string, string]>([
  [
    'is near its deadline',
    { ...blue, ...(blue.counted && { counted: { ...blue.counted, workingDays: 1 } }) },
    'Blue: on 2026-03-26 the deadline 2026-03-31 was no more than 1 working day away.',
    '蓝牌：2026-03-26距时限2026-03-31不足或恰为1个工作日。',
  ],
  [
    'is late',
    yellowDrawn.data,
    'Yellow: the deadline 2026-03-31 had passed on 2026-04-01.',
    '黄牌：2026-04-01已超过时限2026-03-31。',
  ],
  [
    'has been late for long',
    redDrawn.data,
    'Red: on 2026-04-08, 5 working days had gone by after the deadline 2026-03-31.',
    '红牌：至2026-04-08，时限2026-03-31之后已过5个工作日。',
  ],
  [
    'left its yellow card unanswered',
    unanswered,
    'Red: the yellow card was not answered by 2026-04-07, and so it turned red on 2026-04-08.',
    '红牌：黄牌至2026-04-07仍未答复，2026-04-08转为红牌。',
  ],
  [
    'was carded by the office',
    redByOffice.data,
    'Red: the office drew it on 2026-03-26: The photographs show another house.',
    '红牌：督查办于2026-03-26发牌：The photographs show another house。',
  ],
])('of a task that %s, both languages tell it', (_, card, en, zh) => {
  expect(cardTold(card, card.dueOn)).toEqual({ en, zh });
});

it.each<[Card, string, string]>([
  [
    { ...red, rule: 'near-due' },
    'Red: on 2026-04-08 the deadline 2026-03-31 was no more than 0 working days away.',
    '红牌：2026-04-08距时限2026-03-31不足或恰为0个工作日。',
  ],
  [
    red,
    'Red: on 2026-04-08, 0 working days had gone by after the deadline 2026-03-31.',
    '红牌：至2026-04-08，时限2026-03-31之后已过0个工作日。',
  ],
  [
    { ...red, rule: 'yellow-unanswered' },
    'Red: the yellow card was not answered by , and so it turned red on 2026-04-08.',
    '红牌：黄牌至仍未答复，2026-04-08转为红牌。',
  ],
  [
    { ...red, rule: 'office' },
    'Red: the office drew it on 2026-04-08: .',
    '红牌：督查办于2026-04-08发牌：。',
  ],
])('what was recorded without its sum or reason is told without', (card, en, zh) => {
  expect(cardTold(card, card.dueOn)).toEqual({ en, zh });
});

it.each<[CardRule, string, string]>([
  ['near-due', 'from Thursday 26 Mar + 1 working day → 27 Mar', '3月26日（星期四）起 + 1个工作日 → 3月27日'],
  [
    'long-overdue',
    'due Thursday 26 Mar + 1 working day → 27 Mar',
    '3月26日（星期四）到期 + 1个工作日 → 3月27日',
  ],
  [
    'yellow-unanswered',
    'yellow card of Thursday 26 Mar + 1 working day → 27 Mar',
    '3月26日（星期四）黄牌 + 1个工作日 → 3月27日',
  ],
])('the sum of a card that is %s begins with what it counts from', (rule, en, zh) => {
  expect(sumOf(officialCalendar, '2026-03-26' as Day, 1, COUNTED_FROM[rule])).toMatchObject({ en, zh });
});
