import type { AcceptanceRejection } from '@redress/contracts/rectification/accept-task';
import type { AssignmentRejection } from '@redress/contracts/rectification/assign-task';
import type { EvidenceRejection } from '@redress/contracts/rectification/attach-evidence';
import type { PlanChangeRejection } from '@redress/contracts/rectification/change-measures';
import type { ClosingRejection } from '@redress/contracts/rectification/close-task';
import type { MergingRejection, UnmergingRejection } from '@redress/contracts/rectification/merge-issue';
import type { LookBackRejection } from '@redress/contracts/rectification/look-back';
import type { NamingRejection } from '@redress/contracts/rectification/name-responsible';
import type { PlanRejection } from '@redress/contracts/rectification/plan-measures';
import type { ReminderRejection } from '@redress/contracts/rectification/remind-task';
import type { ReopeningRejection } from '@redress/contracts/rectification/reopen-task';
import type { ProgressRejection } from '@redress/contracts/rectification/report-progress';
import type { CloseOutRejection } from '@redress/contracts/rectification/request-close-out';
import type { ReassignmentRejection, ReturnRejection } from '@redress/contracts/rectification/return-task';
import type { SplittingRejection } from '@redress/contracts/rectification/split-issue';
import type { SigningRejection } from '@redress/contracts/rectification/sign-close-out';
import type { VerificationRejection } from '@redress/contracts/rectification/verify-close-out';
import type { Text } from './text.js';

type RectificationRejection =
  | AssignmentRejection
  | MergingRejection
  | UnmergingRejection
  | SplittingRejection
  | AcceptanceRejection
  | PlanRejection
  | ProgressRejection
  | EvidenceRejection
  | CloseOutRejection
  | SigningRejection
  | VerificationRejection
  | ClosingRejection
  | ReopeningRejection
  | LookBackRejection
  | ReminderRejection
  | ReturnRejection
  | ReassignmentRejection
  | PlanChangeRejection
  | NamingRejection;

/** Why rectification rejects a command. */
export const rectification: Readonly<Record<RectificationRejection, Text>> = {
  'not-the-office': { en: 'Only the office may do this', zh: '仅督查办可办理' },
  'not-the-lead-unit': { en: 'Only the lead unit may do this', zh: '仅牵头单位可以办理' },
  'not-a-responsible-unit': {
    en: 'Only the lead unit and the supporting units may do this',
    zh: '仅牵头单位和配合单位可以办理',
  },
  'no-such-issue': { en: 'There is no such issue on the books', zh: '台账中没有该问题' },
  'issue-is-resolved': {
    en: 'The issue is resolved; reopen one of its tasks instead',
    zh: '该问题已解决，如需继续请将其任务复号',
  },
  'issue-is-merged': {
    en: 'The issue is dealt with under another one; go there, or take the merging back',
    zh: '该问题已并入其他问题，请在并入的问题上办理，或先撤销合并',
  },
  'issue-has-its-task': {
    en: 'The issue comes from a finding and has its task; split the finding before it is issued instead',
    zh: '该问题来自督查发现，已有相应任务；如需分派多个单位，请在下达前拆分督查发现',
  },
  'already-merged': { en: 'The issue is merged into another one already', zh: '该问题已并入其他问题' },
  'merged-into-itself': { en: 'An issue cannot be merged into itself', zh: '问题不能并入自身' },
  'no-such-target': { en: 'There is no such issue to merge into', zh: '台账中没有要并入的问题' },
  'target-is-merged': {
    en: 'The other issue is merged itself; merge into the one that it was merged into',
    zh: '对方问题本身已并入其他问题，请直接并入那个问题',
  },
  'has-merged-issues': {
    en: 'Other issues are merged into this one; take that back first',
    zh: '已有其他问题并入该问题，请先撤销那些合并',
  },
  'target-is-resolved': {
    en: 'The other issue is resolved, and this one has open tasks',
    zh: '对方问题已解决，而该问题仍有未完成的任务',
  },
  'not-merged': { en: 'The issue is not merged', zh: '该问题未被合并' },
  'issue-id-is-taken': { en: 'There is another issue under this id', zh: '该编号下已有其他问题' },
  'no-such-severity': { en: 'The policy of that day has no such severity', zh: '当日规则中没有该严重程度' },
  'opinion-named-twice': {
    en: 'An opinion goes to the new issue or belongs to both, not one and the other',
    zh: '同一意见不能既划出又同属两个问题',
  },
  'not-an-opinion-of-the-issue': {
    en: 'An opinion does not belong to the issue',
    zh: '所列意见不属于该问题',
  },
  'opinion-of-a-merged-issue': {
    en: 'An opinion came with a merged issue; it can belong to both, or the merging is taken back first',
    zh: '所列意见随合并而来，可同属两个问题，或先撤销合并',
  },
  'no-such-task': { en: 'There is no such task', zh: '没有该整改任务' },
  'already-assigned': {
    en: 'This task was already assigned otherwise',
    zh: '该任务已按其他内容交办',
  },
  'lead-unit-also-supports': {
    en: 'The lead unit cannot also be a supporting unit',
    zh: '牵头单位不能同时是配合单位',
  },
  'no-such-unit': { en: 'There is no such unit', zh: '没有这个单位' },
  'deadline-needed': {
    en: 'The policy has no working days for this type of task; name a deadline',
    zh: '该类任务未规定期限，须指定时限',
  },
  'no-such-task-type': {
    en: 'The policy of that day has no such type of task',
    zh: '当日规则中没有该任务类型',
  },
  'deadline-before-assignment': {
    en: 'The deadline is before the day of assignment',
    zh: '时限早于交办日期',
  },
  'responsible-is-elsewhere': {
    en: 'The responsible person holds no post in the lead unit',
    zh: '责任人在牵头单位没有任职',
  },
  'task-is-returned': {
    en: 'The task was returned; it is for the office to assign it anew',
    zh: '任务已退回，等待重新交办',
  },
  'return-is-too-late': {
    en: 'The days in which the task could be returned are over',
    zh: '已超过退回期限',
  },
  'not-returned': { en: 'The task was not returned', zh: '任务未被退回' },
  'already-accepted': {
    en: 'The task was accepted with another responsible person',
    zh: '任务已由其他责任人承接',
  },
  'not-accepted-yet': { en: 'The task is not accepted yet', zh: '任务尚未承接' },
  'already-planned': { en: 'The measures were already planned', zh: '整改措施已制定' },
  'not-planned-yet': { en: 'No measures are planned yet', zh: '尚未制定整改措施' },
  'measure-named-twice': { en: 'A measure is named twice', zh: '同一措施重复出现' },
  'measure-due-after-the-deadline': {
    en: 'A measure is due after the deadline of the task',
    zh: '措施的完成日期晚于任务时限',
  },
  'no-such-measure': { en: 'The plan has no such measure', zh: '计划中没有该措施' },
  'measure-is-done': {
    en: 'A measure is explained as unfinished, but it is done',
    zh: '被说明为未完成的措施其实已完成',
  },
  'measure-left-open': {
    en: 'A measure is neither done nor explained',
    zh: '有措施既未完成也未说明原因',
  },
  'entry-id-is-taken': {
    en: 'Something else was written under this id',
    zh: '该编号下已有其他内容',
  },
  'task-is-closed': { en: 'The task is closed, or a review took it back', zh: '任务已销号或已撤销' },
  'close-out-objected': {
    en: 'An objection to this close-out request was right; ask anew',
    zh: '该销号申请的异议成立，请重新申请',
  },
  'no-evidence': { en: 'No evidence is attached', zh: '没有佐证材料' },
  'no-such-close-out': { en: 'There is no such close-out request', zh: '没有该销号申请' },
  'not-a-head': { en: 'Only who leads the lead unit signs', zh: '仅牵头单位负责人可以签字' },
  'signature-not-awaited': {
    en: 'No head of the unit was known when close-out was asked for: the request needs no signature',
    zh: '申请销号时该单位没有登记负责人，无需签字',
  },
  'close-out-not-signed': {
    en: 'Who leads the lead unit has not signed the close-out request',
    zh: '牵头单位负责人尚未在销号申请上签字',
  },
  'not-a-verifier': {
    en: 'Only the inspection team and the office may verify',
    zh: '仅督查组和办公室可以核查',
  },
  'verifier-is-unnamed': {
    en: 'Whoever verifies must be a known person of a known unit',
    zh: '核查人须有明确的姓名和单位',
  },
  'verifier-of-a-responsible-unit': {
    en: 'Nobody verifies the task of the own unit',
    zh: '不得核查本单位负责的任务',
  },
  'verifier-answers-for-the-task': {
    en: 'Whoever answers for the task or one of its measures does not verify it',
    zh: '任务或措施的责任人不得核查该任务',
  },
  'verifier-is-recused': {
    en: 'Whoever checks has had no post in the units of the task in the last twelve months, and no interest in them',
    zh: '核查人须回避：近十二个月内在责任单位任职或与其有利害关系',
  },
  'close-out-replaced': {
    en: 'A newer close-out request has replaced this one',
    zh: '该销号申请已被新的申请取代',
  },
  'close-out-already-answered': {
    en: 'The close-out request was already answered',
    zh: '该销号申请已有核查结论',
  },
  'seen-before-the-closing': {
    en: 'What was seen before the closing says nothing of whether it lasts',
    zh: '回头看日期不能早于销号日期',
  },
  'seen-in-the-future': { en: 'What was seen must have been seen by now', zh: '核查日期不能晚于今天' },
  'evidence-changed': {
    en: 'Evidence was attached after the close-out request; a new request is needed',
    zh: '销号申请之后又有新的佐证，须重新申请',
  },
  'already-closed': { en: 'The task was already closed otherwise', zh: '任务已按其他结论销号' },
  'close-out-not-verified': { en: 'The close-out request is not verified', zh: '该销号申请尚未核查' },
  'close-out-rejected': { en: 'The close-out request was rejected', zh: '该销号申请已被退回' },
  'close-out-already-used': {
    en: 'The task was closed on this request before it was reopened; a new request is needed',
    zh: '任务复号前已凭该申请销号，须重新申请',
  },
  'notice-not-published': {
    en: 'The close-out request was not shown to the public; publish a notice, or skip it on a ground',
    zh: '该销号申请尚未公示，请先公示，或依规定理由决定不予公示',
  },
  'notice-not-over': { en: 'The public notice is still running', zh: '公示期尚未结束' },
  'objection-unanswered': { en: 'An objection is not answered yet', zh: '有异议尚未答复' },
  'close-out-is-requested': {
    en: 'Close-out is requested; the measures stay as they are until it is rejected',
    zh: '已申请销号，退回之前不能调整整改措施',
  },
  'done-measure-changed': {
    en: 'A measure that is done can be neither changed nor taken away',
    zh: '已完成的措施不能修改或删除',
  },
  'nothing-changes': { en: 'The measures are so already', zh: '整改措施没有变化' },
  'already-responsible': { en: 'This person answers for the task already', zh: '此人已是责任人' },
  'not-closed': { en: 'The task is not closed', zh: '任务尚未销号' },
  'deadline-before-reopening': {
    en: 'The deadline is before the day of reopening',
    zh: '时限早于复号日期',
  },
};
