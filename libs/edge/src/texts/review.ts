import type {
  ReviewAnswerRejection,
  ReviewRequestRejection,
} from '@redress/contracts/rectification/review-task';
import type { rectification } from './rectification.js';
import type { Text } from './text.js';

type ReviewRejection = ReviewRequestRejection | ReviewAnswerRejection;

/** Why a task is not contested, or a review not answered; what others say too is beside them. */
export const review: Readonly<Record<Exclude<ReviewRejection, keyof typeof rectification>, Text>> = {
  'review-already-asked': {
    en: 'A review of this assignment was already asked for',
    zh: '已就本次交办申请过复核',
  },
  'review-is-too-late': {
    en: 'The days in which a review could be asked for are over',
    zh: '已超过申请复核的期限',
  },
  'not-a-reviewer': {
    en: 'Only the office, the leading group and the inspection team answer reviews',
    zh: '仅办公室、领导小组和督查组可以答复复核申请',
  },
  'reviewer-is-unnamed': {
    en: 'Whoever answers a review must be a known person of a known unit',
    zh: '复核人须有明确的姓名和单位',
  },
  'reviewer-of-a-responsible-unit': {
    en: 'Nobody reviews the task of the own unit',
    zh: '不得复核本单位负责的任务',
  },
  'reviewer-answers-for-the-task': {
    en: 'Whoever answers for the task or one of its measures does not review it',
    zh: '任务或措施的责任人不得复核该任务',
  },
  'reviewer-is-recused': {
    en: 'Whoever answers has had no post in the units of the task in the last twelve months, and no interest in them',
    zh: '复核人须回避：近十二个月内在责任单位任职或与其有利害关系',
  },
  'reviewer-is-an-author': {
    en: 'Whoever listed the issue or assigned the task does not review it, in whatever post',
    zh: '立项人和交办人不得以任何岗位复核该任务',
  },
  'no-such-review': { en: 'There is no such review', zh: '没有该复核申请' },
  'review-already-answered': {
    en: 'The review was already answered otherwise',
    zh: '该复核申请已有其他答复',
  },
  'criterion-is-missing': {
    en: 'Say by which criterion the task is changed',
    zh: '变更任务须写明新的完成标准',
  },
  'criterion-is-not-asked-for': {
    en: 'A criterion goes only with a task that is changed',
    zh: '仅在变更任务时填写完成标准',
  },
};
