import type { HolidayFault } from '@redress/contracts/rectification/holiday-faults';
import type { Text } from './text.js';

/** What is wrong with a line of an iCalendar. Total: a reason without its two sentences does not compile. */
export const holidayFaults: Readonly<Record<HolidayFault, Text>> = {
  'too-large': { en: 'the file is too large', zh: '文件过大' },
  'not-utf-8': { en: 'the file is not in UTF-8', zh: '文件编码不是 UTF-8' },
  'not-a-calendar': { en: 'this is no iCalendar', zh: '不是 iCalendar 格式' },
  'not-a-property': { en: 'a name and a value are expected here', zh: '此处应为属性名和值' },
  'not-closed': { en: 'what begins here has no end, or another one', zh: '起止标记不配对' },
  'no-events': { en: 'the calendar has no events', zh: '日历中没有事件' },
  'no-name': { en: 'the holiday has no name (SUMMARY)', zh: '节假日缺少名称（SUMMARY）' },
  'no-start': { en: 'the holiday has no first day (DTSTART)', zh: '节假日缺少开始日期（DTSTART）' },
  'not-all-day': { en: 'a holiday lasts whole days', zh: '节假日须以整天计' },
  'no-such-day': { en: 'there is no such day', zh: '没有这个日期' },
  'ends-before-it-begins': { en: 'the holiday ends before it begins', zh: '结束早于开始' },
  'changes-another-event': {
    en: 'a change to another event (RECURRENCE-ID) is not understood',
    zh: '不支持修改其他事件（RECURRENCE-ID）',
  },
  'rule-not-understood': { en: 'the rule by which it recurs is not understood', zh: '无法识别重复规则' },
  'too-many-days': { en: 'the file names too many days', zh: '文件所含日期过多' },
  'worked-and-off': {
    en: 'a day is named as worked here and as off elsewhere, or the other way round',
    zh: '同一天既标为上班又标为放假',
  },
};
