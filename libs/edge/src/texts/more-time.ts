import type {
  ExtensionAnswerRejection,
  ExtensionRequestRejection,
} from '@redress/contracts/rectification/extend-deadline';
import type { rectification } from './rectification.js';
import type { Text } from './text.js';

type MoreTimeRejection = ExtensionRequestRejection | ExtensionAnswerRejection;

/** Why more time is not asked for, or not given; what any command about a task may meet is said there. */
export const moreTime: Readonly<Record<Exclude<MoreTimeRejection, keyof typeof rectification>, Text>> = {
  'extension-id-is-taken': {
    en: 'Something else was asked for under this id',
    zh: '该编号下已有其他延期申请',
  },
  'another-extension-is-pending': {
    en: 'Another request for more time waits for an answer',
    zh: '已有延期申请待批复',
  },
  'deadline-has-passed': {
    en: 'The deadline has passed; more time is asked for before',
    zh: '时限已过，延期须在时限届满前申请',
  },
  'not-later-than-the-deadline': {
    en: 'The new day is not later than the deadline',
    zh: '新的日期不晚于现有时限',
  },
  'no-such-extension': { en: 'There is no such request for more time', zh: '没有该延期申请' },
  'extension-already-answered': {
    en: 'The request for more time was already answered',
    zh: '该延期申请已批复',
  },
  'extension-lapsed': {
    en: 'The request lapsed: the task was closed, or given back, before there was an answer',
    zh: '任务在批复前已销号或退回，该延期申请已失效',
  },
  'needs-the-leading-group': {
    en: 'So many days in all take the agreement of the leading group',
    zh: '累计延期天数超出权限，须经领导小组同意',
  },
};
