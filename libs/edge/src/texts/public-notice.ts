import type { ClosingRejection } from '@redress/contracts/rectification/close-task';
import type {
  ObjectingRejection,
  ObjectionAnswerRejection,
} from '@redress/contracts/rectification/object-to-close-out';
import type { SkippingRejection } from '@redress/contracts/rectification/public-notice';
import type { Text } from './text.js';

type OfNoticeAlone = Exclude<
  SkippingRejection | ObjectingRejection | ObjectionAnswerRejection,
  ClosingRejection
>;

/** Why nothing is shown to the public, or an objection is not taken, or not answered so. */
export const publicNotice: Readonly<Record<OfNoticeAlone, Text>> = {
  'notice-already-published': {
    en: 'This close-out request is shown to the public already',
    zh: '该销号申请已公示',
  },
  'notice-already-skipped': {
    en: 'The public notice of this close-out request was skipped already',
    zh: '该销号申请已决定不予公示',
  },
  'no-such-skip-ground': {
    en: 'The policy knows no such ground for leaving out the public notice',
    zh: '现行规则中没有这一不予公示的理由',
  },
  'no-such-notice': { en: 'Nothing of this task is on public notice', zh: '该任务没有正在进行的公示' },
  'notice-is-over': {
    en: 'The last day of the public notice has passed',
    zh: '公示期已结束',
  },
  'notice-is-full': {
    en: 'As many objections were raised to this notice as are taken; please send an opinion instead',
    zh: '该公示收到的异议已达上限，不再接收，请另行提交意见',
  },
  'objection-id-is-taken': {
    en: 'Another objection was raised under this id',
    zh: '该编号下已有其他异议',
  },
  'no-such-objection': { en: 'There is no such objection', zh: '没有该异议' },
  'objection-already-answered': {
    en: 'The objection was already answered otherwise',
    zh: '该异议已有其他答复',
  },
  'objection-overtaken': {
    en: 'The close-out request that it speaks against stands no more',
    zh: '异议所针对的销号申请已失效',
  },
  'answerer-is-unnamed': {
    en: 'Whoever answers an objection must be a known person of a known unit',
    zh: '答复人须有明确的姓名和单位',
  },
  'answerer-of-a-responsible-unit': {
    en: 'Nobody answers an objection to the task of the own unit',
    zh: '不得答复针对本单位任务的异议',
  },
  'answerer-answers-for-the-task': {
    en: 'Whoever answers for the task or one of its measures does not answer an objection to it',
    zh: '任务或措施的责任人不得答复针对该任务的异议',
  },
};
