import type { NameInBoth } from '@redress/contracts/rectification/calendar-days';
import type { EscalationEvent } from '@redress/contracts/rectification/escalation.events';
import type { CardColour, CardRule } from '@redress/contracts/rectification/words';
import type { Day } from '@redress/contracts/values';

type Drawn = Extract<EscalationEvent, { type: 'CardDrawn' }>['data'];

const COLOURS: Readonly<Record<CardColour, NameInBoth>> = {
  blue: { en: 'Blue', zh: '蓝牌' },
  yellow: { en: 'Yellow', zh: '黄牌' },
  red: { en: 'Red', zh: '红牌' },
};

const days = (count: number): string => `${String(count)} ${count === 1 ? 'working day' : 'working days'}`;

const REASONS: Readonly<Record<CardRule, (card: Drawn) => NameInBoth>> = {
  'near-due': ({ deadline, dueOn, counted }) => ({
    en: `on ${dueOn} the deadline ${deadline} was no more than ${days(counted?.workingDays ?? 0)} away`,
    zh: `${dueOn}距时限${deadline}不足或恰为${String(counted?.workingDays ?? 0)}个工作日`,
  }),
  overdue: ({ deadline, dueOn }) => ({
    en: `the deadline ${deadline} had passed on ${dueOn}`,
    zh: `${dueOn}已超过时限${deadline}`,
  }),
  'long-overdue': ({ deadline, dueOn, counted }) => ({
    en: `on ${dueOn}, ${days(counted?.workingDays ?? 0)} had gone by after the deadline ${deadline}`,
    zh: `至${dueOn}，时限${deadline}之后已过${String(counted?.workingDays ?? 0)}个工作日`,
  }),
  'yellow-unanswered': ({ dueOn, counted }) => ({
    en: `the yellow card was not answered by ${counted?.to ?? ''}, and so it turned red on ${dueOn}`,
    zh: `黄牌至${counted?.to ?? ''}仍未答复，${dueOn}转为红牌`,
  }),
  office: ({ dueOn, reason = '' }) => ({
    en: `the office drew it on ${dueOn}: ${reason}`,
    zh: `督查办于${dueOn}发牌：${reason}`,
  }),
};

/** Why there is a card, and that it was drawn later than it was due. */
export const cardTold = (card: Drawn, drawnOn: Day): NameInBoth => {
  const [colour, reason] = [COLOURS[card.colour], REASONS[card.rule](card)];
  const isLate = drawnOn !== card.dueOn;
  return {
    en: `${colour.en}: ${reason.en}.${isLate ? ` It was drawn on ${drawnOn}.` : ''}`,
    zh: `${colour.zh}：${reason.zh}。${isLate ? `${drawnOn}补发。` : ''}`,
  };
};

/** What happened on the day from which a sum counts, by the rule of the card, where that counts. */
export const COUNTED_FROM: Readonly<Partial<Record<CardRule, NameInBoth>>> = {
  'near-due': { en: 'from', zh: '起' },
  'long-overdue': { en: 'due', zh: '到期' },
  'yellow-unanswered': { en: 'yellow card of', zh: '黄牌' },
};
