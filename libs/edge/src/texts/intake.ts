import type { IntakeRejection } from '@redress/contracts/intake/intake-rejection';
import type { Text } from './text.js';

/** Why intake rejects. Total: a rejection without its two sentences does not compile. */
export const intake: Readonly<Record<IntakeRejection, Text>> = {
  'channel-is-not-open': {
    en: 'What came through this channel is entered by the office or a unit',
    zh: '该渠道的意见由督查办或责任单位录入',
  },
  'nobody-to-sign': { en: 'Only who is signed in can sign', zh: '登录后方可实名提交' },
  'key-used-for-another': {
    en: 'This Idempotency-Key was used for something else',
    zh: '该 Idempotency-Key 已用于其他内容',
  },
  'no-such-opinion': { en: 'There is no such opinion', zh: '没有这条意见' },
  'no-such-receipt': { en: 'There is no such receipt', zh: '没有这个回执' },
  'not-the-office': { en: 'Only the office may do this', zh: '仅督查办可办理' },
  'not-addressed-to-you': {
    en: 'Only the office, or who holds the post that it is addressed to, may do this',
    zh: '仅督查办或收件岗位的任职者可办理',
  },
  'not-acknowledged-yet': { en: 'The opinion is not acknowledged yet', zh: '意见尚未签收' },
  'already-answered': { en: 'The opinion is answered already', zh: '意见已答复' },
  'is-a-duplicate': { en: 'The opinion is marked as a duplicate', zh: '意见已标记为重复' },
  'is-split': { en: 'The opinion is split; go to its parts', zh: '意见已拆分，请在各分项上办理' },
  'already-refused': { en: 'The opinion is refused already', zh: '意见已不予受理' },
  'already-listed': { en: 'The opinion is listed as an issue already', zh: '意见已立项' },
  'already-told': { en: 'The submitter was told the outcome already', zh: '办理结果已告知提交人' },
  'part-is-taken-back': {
    en: 'The parts were taken together again; go to the whole',
    zh: '各分项已合并，请在原意见上办理',
  },
  'not-a-part-of-the-opinion': { en: 'The opinion has no such part', zh: '意见中没有该分项' },
  'is-a-part': { en: 'A part is not split again', zh: '分项不能再拆分' },
  'part-named-twice': { en: 'Each part has an id of its own', zh: '每个分项须有各自的编号' },
  'opinion-id-is-taken': { en: 'There is another opinion under this id', zh: '该编号下已有其他意见' },
  'not-split': { en: 'The opinion is not split', zh: '意见未拆分' },
  'part-is-in-hand': {
    en: 'Something was done with one of the parts already',
    zh: '已有分项开始办理，不能再合并',
  },
  'entry-id-is-taken': { en: 'Something else was written under this id', zh: '该编号下已有其他内容' },
  'too-many-attachments': { en: 'An opinion has five files at most', zh: '一条意见最多附五个文件' },
  'duplicate-of-itself': { en: 'An opinion is no duplicate of itself', zh: '意见不能与自身重复' },
  'no-such-severity': { en: 'The policy of that day has no such severity', zh: '当日规则中没有该严重程度' },
  'no-such-original': { en: 'There is no such original', zh: '没有这条原始意见' },
  'original-is-a-duplicate': { en: 'The original is itself a duplicate', zh: '原始意见本身是重复意见' },
  'has-duplicates-itself': { en: 'Others are duplicates of this opinion', zh: '另有意见与本条重复' },
  'original-is-split': {
    en: 'The original is split; a part is a duplicate of one of its parts',
    zh: '原始意见已拆分，请标记为与其中一个分项重复',
  },
  'not-a-duplicate': { en: 'The opinion is not marked as a duplicate', zh: '意见未标记为重复' },
  'not-told-yet': { en: 'No outcome was told yet', zh: '办理结果尚未告知' },
  'already-appraised': { en: 'This outcome was appraised already', zh: '该办理结果已评价' },
};
