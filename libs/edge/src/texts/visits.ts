import type { RoundRejection } from '@redress/contracts/inspection/plan-round';
import type { VisitRejection } from '@redress/contracts/inspection/visit-words';
import type { general } from './general.js';
import type { inspection } from './inspection.js';
import type { rectification } from './rectification.js';
import type { Text } from './text.js';

type SaidElsewhere = keyof typeof general | keyof typeof inspection | keyof typeof rectification;
type Rejection = Exclude<RoundRejection | VisitRejection, SaidElsewhere>;

/** Why a round or a visit is not as somebody would have it. */
export const visits: Readonly<Record<Rejection, Text>> = {
  'no-such-round': { en: 'There is no such round', zh: '没有这个轮次' },
  'round-is-another': {
    en: 'Another round was planned under this id; change its scope instead',
    zh: '该编号下已有其他轮次，如需调整请变更督查范围',
  },
  'round-is-closed': { en: 'The round is closed', zh: '该轮次已结束' },
  'scope-unclear': {
    en: 'A round is planned either over named units or over a part of the tree',
    zh: '轮次范围须为指定单位或组织树的一部分，二者择一',
  },
  'nothing-in-scope': { en: 'No unit would be in the scope', zh: '督查范围内没有单位' },
  'too-many-units': { en: 'A round has 10,000 units at most', zh: '一个轮次至多 10000 个单位' },
  'no-such-checklist': {
    en: 'There is no such checklist, or no such version of it',
    zh: '没有该检查表，或没有该版本',
  },
  'paired-outside-the-scope': {
    en: 'A team is to see a unit that is not in the scope',
    zh: '结对的单位不在督查范围内',
  },
  'already-in-scope': { en: 'One of these units is in the scope already', zh: '所加单位中有的已在范围内' },
  'not-in-scope': { en: 'The unit is not in the scope of the round', zh: '该单位不在轮次范围内' },
  'nothing-to-change': { en: 'No unit is added or taken away', zh: '没有增减任何单位' },
  'no-such-visit': { en: 'There is no such visit', zh: '没有这次督查' },
  'visit-is-another': { en: 'Another visit was planned under this id', zh: '该编号下已有其他督查' },
  'may-not-plan-visits': {
    en: 'Visits are planned by the office or the head of the team, self-checks by the unit',
    zh: '现场督查由督查办或组长安排，自查由本单位安排',
  },
  'team-needed': {
    en: 'Say which team goes: the round leaves it open, or there is no round',
    zh: '请指明督查组：轮次未指定唯一的督查组，或未在轮次内',
  },
  'self-check-has-no-team': { en: 'A unit checks itself without a team', zh: '自查不由督查组进行' },
  'self-check-has-no-inspectors': {
    en: 'A unit checks itself without inspectors',
    zh: '自查不指派督查人员',
  },
  'planned-for-the-past': { en: 'The day has passed', zh: '该日期已过' },
  'moved-to-the-same-day': { en: 'The visit is planned for that day', zh: '督查原定即为该日' },
  'not-due-yet': { en: 'The day of the visit has not come', zh: '尚未到督查日期' },
  'already-opened': { en: 'The visit has begun', zh: '督查已经开始' },
  'visit-not-open': { en: 'The visit has not begun', zh: '督查尚未开始' },
  'visit-is-cancelled': { en: 'The visit was cancelled', zh: '该次督查已取消' },
  'visit-is-missed': { en: 'The visit was missed; move it to another day', zh: '该次督查未进行，可改期' },
  'visit-is-submitted': {
    en: 'The visit was submitted; only the office can open it again',
    zh: '该次督查已提交，须由督查办退回后方可修改',
  },
  'not-submitted': { en: 'The visit is not submitted', zh: '该次督查尚未提交' },
  'no-inspectors-named': { en: 'Nobody was named to go', zh: '尚未指派督查人员' },
  'not-in-the-team': { en: 'This person is not in the team on that day', zh: '该人员当日不在督查组内' },
  'not-an-inspector-of-the-visit': {
    en: 'Only the inspectors who are named for the visit may do this',
    zh: '仅该次督查指派的人员可办理',
  },
  'not-the-inspected-unit': { en: 'Only the inspected unit itself may do this', zh: '仅受检单位本身可办理' },
  recused: {
    en: 'This person has a part in the unit: a post in it in the last twelve months, or an interest',
    zh: '该人员须回避：近十二个月内在该单位任职或与其有利害关系',
  },
  'no-such-item': { en: 'The checklist has no such item', zh: '检查表中没有该项' },
  'answer-does-not-fit': { en: 'This is no answer to what the item asks', zh: '所答与该项要求不符' },
  'before-it-was-planned': { en: 'The visit was not planned yet then', zh: '早于督查的安排时间' },
  'items-unanswered': {
    en: 'Some items are neither answered nor left out with a reason',
    zh: '尚有项目未作答，也未说明原因',
  },
  'not-the-head': { en: 'Only the head puts a name to it', zh: '仅负责人可签字' },
  'not-signed': { en: 'The head has not signed it as it stands', zh: '负责人尚未就现有内容签字' },
};
