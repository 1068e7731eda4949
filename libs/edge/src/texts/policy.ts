import type { AdoptionRejection } from '@redress/contracts/rectification/adopt-policy';
import type { HolidaysRejection } from '@redress/contracts/rectification/load-holidays';
import type { Text } from './text.js';

/** Why a policy is not adopted, or holidays are not loaded. */
export const policy: Readonly<Record<AdoptionRejection | HolidaysRejection, Text>> = {
  'not-the-office': { en: 'Only the office may do this', zh: '仅督查办可办理' },
  'policy-id-is-taken': {
    en: 'Another policy was adopted under this id; what was adopted never changes',
    zh: '该编号下已有其他规则，已发布的规则不可更改',
  },
  'reaches-back': {
    en: 'It cannot hold from a day before the one on which it is decided',
    zh: '生效日期不得早于决定之日',
  },
  'named-twice': {
    en: 'A type of task, or a severity, is named twice',
    zh: '任务类型或严重程度的名称重复',
  },
  'name-changes-meaning': {
    en: 'A name that was in use keeps its texts, and severities keep their order; leave it out, or use another name',
    zh: '曾用名称的含义及严重程度的次序不可更改，可停用或另取名称',
  },
  'week-off-is-official': {
    en: 'With the official calendar, the weekly days off are not chosen',
    zh: '采用官方日历时不可另设每周休息日',
  },
  'no-day-is-worked': {
    en: 'A week needs a day on which people work',
    zh: '每周至少须有一个工作日',
  },
  'holidays-id-is-taken': {
    en: 'Other holidays were loaded under this id',
    zh: '该编号下已导入其他节假日',
  },
  'holidays-are-withdrawn': {
    en: 'These holidays were withdrawn; load them under another id',
    zh: '这些节假日已撤回，请用新的编号导入',
  },
  'too-many-holiday-files': {
    en: 'Ten files of holidays are loaded; withdraw one of them, or put several into one',
    zh: '已导入十份节假日文件，请先撤回其中一份或合并文件',
  },
  'no-such-holidays': { en: 'There are no such holidays', zh: '没有这些节假日' },
};
