import type { CardAnswerRejection } from '@redress/contracts/rectification/answer-card';
import type { AppealDecisionRejection, AppealRejection } from '@redress/contracts/rectification/appeal-card';
import type { DrawingRejection } from '@redress/contracts/rectification/draw-card';
import type { rectification } from './rectification.js';
import type { Text } from './text.js';

type CardRejection = DrawingRejection | CardAnswerRejection | AppealRejection | AppealDecisionRejection;

/** Why nothing is done about a card; what any command about a task may meet is said there. */
export const cards: Readonly<Record<Exclude<CardRejection, keyof typeof rectification>, Text>> = {
  'officer-is-unnamed': {
    en: 'Whoever draws a card, or decides an appeal, must be a known person',
    zh: '发牌人和申诉裁决人须有明确的姓名',
  },
  'card-id-is-taken': { en: 'Another card was drawn under this id', zh: '该编号下已有其他牌' },
  'not-above-the-card-in-force': {
    en: 'A card as grave as this, or graver, is in force',
    zh: '已有同级或更重的牌生效',
  },
  'no-such-card': { en: 'There is no such card', zh: '没有这张牌' },
  'card-not-in-force': { en: 'The card is not in force any more', zh: '该牌已失效' },
  'card-already-answered': { en: 'The card was already answered otherwise', zh: '对该牌已有其他答复' },
  'answer-is-too-late': {
    en: 'The days in which the card was to be answered are over',
    zh: '已超过答复期限',
  },
  'already-appealed': {
    en: 'The unit has already appealed against this card',
    zh: '对该牌已提出过申诉',
  },
  'appeal-is-too-late': {
    en: 'The days in which the unit could appeal are over',
    zh: '已超过申诉期限',
  },
  'not-appealed': { en: 'Nobody has appealed against this card', zh: '该牌没有申诉' },
  'appeal-already-decided': { en: 'The appeal was already decided otherwise', zh: '该申诉已有其他裁决' },
  'decider-drew-the-card': {
    en: 'Whoever drew the card does not decide the appeal against it',
    zh: '发牌人不得裁决对该牌的申诉',
  },
};
