import type { FindingRejection } from '@redress/contracts/inspection/finding-words';
import type { general } from './general.js';
import type { intake } from './intake.js';
import type { rectification } from './rectification.js';
import type { Text } from './text.js';
import type { visits } from './visits.js';

type SaidElsewhere =
  keyof typeof general | keyof typeof intake | keyof typeof visits | keyof typeof rectification;

/** Why a finding is not as somebody would have it. */
export const findings: Readonly<Record<Exclude<FindingRejection, SaidElsewhere>, Text>> = {
  'no-such-finding': { en: 'There is no such finding', zh: '没有该督查发现' },
  'finding-is-another': {
    en: 'Another finding was recorded under this id',
    zh: '该编号下已有其他督查发现',
  },
  'self-check-has-no-findings': {
    en: 'A self-check has no findings: those are what a team establishes',
    zh: '自查不形成督查发现，督查发现由督查组认定',
  },
  'visit-not-submitted': {
    en: 'The visit is not submitted; a finding is issued once it is signed and handed in',
    zh: '该次督查尚未提交，签字提交后方可下达整改',
  },
  'may-not-issue': {
    en: 'Only the head of the team or the office may do this, with a name',
    zh: '仅督查组组长或督查办的具名人员可办理',
  },
  'no-such-entry': {
    en: 'The visit has no such answer to that item',
    zh: '该次督查中没有对该项的这条记录',
  },
  'not-in-words-yet': {
    en: 'The finding is a draft: say first what was found, which rule it violates and how grave it is',
    zh: '该督查发现尚为草稿，请先写明事实、依据和严重程度',
  },
  'already-issued': {
    en: 'The finding was issued; what it says can only be contested now',
    zh: '该督查发现已下达整改，如有异议请申请复核',
  },
  'finding-is-joined': {
    en: 'The finding is part of another one; act on that, or take the joining back',
    zh: '该督查发现已并入其他发现，请在并入的发现上办理，或先撤销合并',
  },
  'finding-is-withdrawn': { en: 'The finding was withdrawn', zh: '该督查发现已撤回' },
  'item-must-have-a-finding': {
    en: 'An item failed that must have a finding, and it rests on this one',
    zh: '检查表规定该项不通过必须形成督查发现，且系于本发现',
  },
  'has-taken-in-others': {
    en: 'Other findings are part of this one; take those joinings back first',
    zh: '已有其他发现并入本发现，请先撤销合并',
  },
  'joined-into-itself': { en: 'A finding cannot be joined into itself', zh: '督查发现不能并入自身' },
  'no-other-finding': { en: 'There is no such finding to join', zh: '没有要并入的督查发现' },
  'not-of-the-same-unit': {
    en: 'Findings are joined when they are about the same unit',
    zh: '仅同一单位的督查发现可以合并',
  },
  'target-is-joined': {
    en: 'The other finding is part of another one itself',
    zh: '要并入的督查发现自身已并入其他发现',
  },
  'target-is-issued': { en: 'The other finding was issued', zh: '要并入的督查发现已下达整改' },
  'target-is-withdrawn': { en: 'The other finding was withdrawn', zh: '要并入的督查发现已撤回' },
  'target-is-full': {
    en: 'Twenty findings at most are part of one',
    zh: '一个督查发现至多并入二十个其他发现',
  },
  'not-joined': { en: 'The finding was not joined under this id', zh: '该督查发现未以此编号并入其他发现' },
  'not-taken-in-yet': {
    en: 'The joining is still on its way; try again in a moment',
    zh: '合并尚在处理中，请稍后再试',
  },
  'items-are-lost': {
    en: 'Each item on which the finding rests must be in one of the two parts',
    zh: '原发现所依据的每个检查项，须归入拆分后的某一部分',
  },
};
