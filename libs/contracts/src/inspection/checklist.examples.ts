import type { ChecklistId, ItemId } from '../values.js';
import type { ChecklistItem } from './checklist.js';
import type { ChecklistEvent } from './checklist.events.js';
import type { PublishChecklist } from './publish-checklist.js';

// A checklist with one item of each kind, and its next version.
export const checklistId = '0190a5c4-6666-7aaa-8aaa-000000000041' as ChecklistId;
export const otherChecklist = '0190a5c4-6666-7aaa-8aaa-000000000042' as ChecklistId;

export const minutesKept: ChecklistItem = {
  itemId: 'minutes' as ItemId,
  kind: 'judgement',
  text: { en: 'Minutes are kept', zh: '会议记录齐全' },
  guidance: { en: 'Look at the last three', zh: '查看最近三次' },
  weight: 2,
  mustFind: true,
};
export const hoursStudied: ChecklistItem = {
  itemId: 'hours' as ItemId,
  kind: 'number',
  text: { en: 'Hours of study', zh: '学习时长' },
  weight: 3,
  mustFind: true,
  threshold: { measure: { en: 'hours', zh: '小时' }, least: 40 },
};
export const whoLeads: ChecklistItem = {
  itemId: 'who-leads' as ItemId,
  kind: 'choice',
  text: { en: 'Who leads the study', zh: '由谁主持学习' },
  weight: 1,
  mustFind: false,
  choices: [
    { value: 'head', text: { en: 'The head', zh: '主要负责人' }, verdict: 'passes' },
    { value: 'nobody', text: { en: 'Nobody', zh: '无人' }, verdict: 'fails' },
  ],
};
export const whatElse: ChecklistItem = {
  itemId: 'what-else' as ItemId,
  kind: 'text',
  text: { en: 'What else was seen', zh: '其他情况' },
  weight: 0,
  mustFind: false,
};
export const ofTheRegister: ChecklistItem = {
  itemId: 'register' as ItemId,
  kind: 'photo',
  text: { en: 'The register', zh: '签到簿' },
  weight: 0,
  mustFind: false,
};

export const publishChecklist = {
  checklistId,
  title: { en: 'Study of a branch', zh: '支部学习' },
  sections: [
    { title: { en: 'Records', zh: '记录' }, items: [minutesKept, ofTheRegister] },
    { title: { en: 'Study', zh: '学习' }, items: [hoursStudied, whoLeads, whatElse] },
  ],
} satisfies PublishChecklist;

export const checklistPublished: ChecklistEvent = {
  type: 'ChecklistPublished',
  data: { ...publishChecklist, version: 1 },
};
export const publishedAgain: ChecklistEvent = {
  type: 'ChecklistPublished',
  data: { ...publishChecklist, title: { en: 'Study', zh: '学习' }, version: 2 },
};

// Total: an event without an example does not compile.
export const checklistExamples: { readonly [E in ChecklistEvent as E['type']]: E } = {
  ChecklistPublished: checklistPublished,
};
