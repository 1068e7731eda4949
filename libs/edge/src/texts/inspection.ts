import type { InterestRejection } from '@redress/contracts/inspection/declare-interest';
import type { OverrideRejection } from '@redress/contracts/inspection/override-recusal';
import type { ChecklistRejection } from '@redress/contracts/inspection/publish-checklist';
import type { TeamRejection } from '@redress/contracts/inspection/team-rejections';
import type { Text } from './text.js';

type Rejection = TeamRejection | InterestRejection | OverrideRejection | ChecklistRejection;

/** Why a team, an interest, an override or a checklist is not as somebody would have it. */
export const inspection: Readonly<Record<Rejection, Text>> = {
  'may-not-form-teams': {
    en: 'Only the office or the operator may form teams',
    zh: '仅督查办或运维员可组建督查组',
  },
  'no-such-team': { en: 'There is no such team', zh: '没有这个督查组' },
  'team-is-another': {
    en: 'Another team was formed under this id; its name and first day do not change',
    zh: '该编号下已有其他督查组，名称和起始日期不可更改',
  },
  'ends-before-it-begins': { en: 'The last day is before the first', zh: '结束日期早于开始日期' },
  'outside-the-term': { en: 'The team is not there on all of these days', zh: '超出督查组的任期' },
  'nobody-with-this-id': { en: 'The directory knows nobody with this id', zh: '没有该编号的人员' },
  'already-a-member-then': {
    en: 'This person is in the team on some of these days already',
    zh: '该人员在此期间已是组员',
  },
  'has-a-head-then': {
    en: 'The team has a head on some of these days; there is one at a time',
    zh: '该组在此期间已有组长，同一时间仅一名组长',
  },
  'not-a-member': { en: 'This person was not in the team by then', zh: '该人员当时不是组员' },
  'unit-not-there-then': { en: 'The unit is not there on that day', zh: '该单位在该日不存在' },
  'already-paired-then': {
    en: 'The team inspects this unit on some of these days already',
    zh: '该单位在此期间已与本组结对',
  },
  'not-paired': { en: 'The team did not inspect this unit by then', zh: '该单位当时未与本组结对' },
  'already-a-liaison-then': {
    en: 'This person is the liaison there on some of these days already',
    zh: '该人员在此期间已是该单位联络员',
  },
  'liaison-is-recused': {
    en: 'A liaison has no part in the unit: no post in it in the last twelve months, and no interest',
    zh: '联络员须回避：近十二个月内在该单位任职或与其有利害关系',
  },
  'not-a-liaison': { en: 'This person was not the liaison there by then', zh: '该人员当时不是该单位联络员' },
  'ended-otherwise': {
    en: 'It has another last day, and the past is not rewritten; only an end to come may be brought forward',
    zh: '结束日期已定，不可改写；尚未到来的结束日期可以提前',
  },
  'not-yours-to-declare': {
    en: 'Interests are declared by the person or by the office',
    zh: '利害关系由本人或督查办申报',
  },
  'no-such-unit': { en: 'There is no such unit', zh: '没有这个单位' },
  'no-such-interest': { en: 'No such interest was declared', zh: '没有申报过这项利害关系' },
  'interest-is-another': {
    en: 'Another interest was declared under this id',
    zh: '该编号下已申报其他利害关系',
  },
  'reaches-back': {
    en: 'It cannot hold from a day before the one on which it is decided',
    zh: '生效日期不得早于决定之日',
  },
  'not-the-office': { en: 'Only the office may do this', zh: '仅督查办可办理' },
  'not-for-oneself': { en: 'Nobody lifts what speaks against themselves', zh: '不得为本人解除回避' },
  'giver-is-recused': {
    en: 'Who has to stay out of what concerns the unit lets nobody else act for it',
    zh: '本人对该单位须回避，不得为他人解除回避',
  },
  'nothing-to-override': {
    en: 'Nothing is known that speaks against it on that day',
    zh: '该日没有需要解除的回避情形',
  },
  'no-such-override': { en: 'There is no such leave to act', zh: '没有这项解除回避的决定' },
  'override-is-another': {
    en: 'Another leave to act was given under this id',
    zh: '该编号下已有其他解除回避的决定',
  },
  'may-not-publish-checklists': {
    en: 'Only the office or the operator may publish checklists',
    zh: '仅督查办或运维员可发布检查清单',
  },
  'item-named-twice': { en: 'Two items have the same id', zh: '检查项编号重复' },
  'belongs-to-another-kind': {
    en: 'A threshold is for a number, and choices are for a choice',
    zh: '阈值仅用于数值项，选项仅用于选择项',
  },
  'number-without-threshold': {
    en: 'A number needs the least or the most that passes',
    zh: '数值项须设下限或上限',
  },
  'least-above-most': { en: 'The least is above the most', zh: '下限高于上限' },
  'choice-without-choices': { en: 'A choice needs what is to be chosen from', zh: '选择项须列出选项' },
  'choice-named-twice': { en: 'Two choices have the same value', zh: '选项取值重复' },
  'cannot-fail': {
    en: 'An item that must be found when it fails has to be one that can fail',
    zh: '须形成督查发现的检查项应当可能不合格',
  },
  'checklist-too-large': { en: 'A checklist has 500 kB at most', zh: '检查清单最大 500 kB' },
};
