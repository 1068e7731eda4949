import type { TaskRow } from '@redress/contracts/rectification/ledger';
import {
  deadline,
  leadUnit,
  plumber,
  responsible,
  supportingUnit,
  today,
} from '@redress/contracts/rectification/people.examples';
import { askForTime } from '@redress/contracts/rectification/more-time.examples';
import {
  ask,
  assign,
  attach,
  drain,
  pipe,
  plan,
  report,
  taskId,
} from '@redress/contracts/rectification/task.examples';
import { yellowId } from '@redress/contracts/rectification/escalation.examples';
import type { CaseId, Day, EntryId, Instant, PersonId, Sha256 } from '@redress/contracts/values';

const at = '2026-03-20T16:30:00.000Z' as Instant;
export const inspector = '0190a5c4-1111-7aaa-8aaa-000000000154' as PersonId;
const sha256 = 'ba6bb68059b9739f0821c4a4d6628740920b272ae84af9cd7670fa06fbecc41c' as Sha256;
const term = { from: today, workingDays: 5, to: deadline, calendar: 'c', policy: 'default 1' };
const [first, second] = plan.measures;

/** A line of the ledger in which something stands in every cell. */
export const row: TaskRow = {
  ...assign,
  id: taskId,
  caseId: '0190a5c4-1111-7aaa-8aaa-000000000006' as CaseId,
  revision: 9,
  units: { [leadUnit]: 'lead', [supportingUnit]: 'supporting' },
  formerUnits: {},
  returnBy: term,
  returns: {},
  reassignments: {},
  firstDeadline: today,
  problem: '三号楼水房漏水已有两周。',
  topics: ['housing', '=HYPERLINK("x")'],
  severity: 'ordinary',
  channels: ['hotline', 'symposium'],
  status: 'closed',
  isOpen: false,
  responsible,
  measureOwners: [plumber, responsible],
  measures: {
    [drain]: { ...second, measureId: drain, due: deadline } as TaskRow['measures'][typeof drain],
    [pipe]: { ...first, measureId: pipe, doneAt: at } as TaskRow['measures'][typeof pipe],
  },
  planChanges: {},
  namings: {},
  progress: {
    ['0190a5c4-1111-7aaa-8aaa-000000000071' as EntryId]: {
      at: '2026-03-22T08:00:00.000Z' as Instant,
      unit: supportingUnit,
      text: 'Dry',
      done: [],
    },
    [report.entryId]: { at, unit: leadUnit, text: report.text, done: [pipe] },
  },
  evidence: {
    [attach.entryId]: {
      at,
      unit: leadUnit,
      note: attach.note,
      sha256,
      file: { sha256, name: 'floor.jpg', type: 'image/jpeg', size: 48_213 },
    },
  },
  closeOuts: {
    [ask.entryId]: {
      at,
      status: 'closed',
      summary: ask.summary,
      evidence: [sha256],
      unfinished: [],
      signature: 'not-required',
      answer: { at, by: inspector, seen: 'Dry floor', where: 'Wash-house', on: today },
    },
  },
  closeOut: ask.entryId,
  closings: {},
  extensions: {
    [askForTime.extensionId]: {
      at,
      status: 'granted',
      deadline: today,
      until: deadline,
      reason: 'The street was closed',
      answer: { at },
    },
  },
  closedAt: at,
  assignedAt: at,
  changedAt: at,
  cards: {
    [yellowId]: {
      at,
      colour: 'yellow',
      rule: 'overdue',
      status: 'ended',
      dueOn: today,
      deadline,
      policy: 'default 1',
      appealBy: term,
    },
  },
  reminders: {},
  escalations: {
    ['0190a5c4-1111-7aaa-8aaa-000000000072' as EntryId]: {
      at,
      kind: 'formal-talk',
      status: 'carried-out',
      cardId: yellowId,
      reason: 'Late',
    },
  },
  objections: {},
  lookBacks: {},
  reviews: {},
};

/** What stands in its cells for one who knows all names. */
export const inEnglish = [
  1,
  'Logistics, Workshop',
  'hotline, symposium',
  'housing, =HYPERLINK("x")',
  'Ordinary',
  '三号楼水房漏水已有两周。',
  'Mend the wash-house',
  'Time-bound',
  deadline,
  today,
  'No leak for a week',
  [
    '1. Replace the pipe; criterion: It is dry; by: 李工; due: 2026-03-20; done: 2026-03-21',
    '2. Clear the drain; criterion: It flows; by: 王伟; due: 2026-03-31',
  ].join('\n'),
  'Logistics',
  'Workshop',
  '王伟',
  'closed',
  '2026-03-21; Logistics; The pipe is in\n2026-03-22; Workshop; Dry',
  '2026-03-21; 2026-03-20 → 2026-03-31; granted; The street was closed',
  '2026-03-21; Logistics; Invoice 17 of the plumber; file: floor.jpg',
  '2026-03-21; verified; 张督; Dry floor; where: Wash-house; seen on: 2026-03-20',
  '2026-03-21' as Day,
  '2026-03-21; yellow card; overdue; ended\n2026-03-21; formal talk; carried out',
  taskId,
];

/** The same in Chinese, for one who knows nobody by name. */
export const inChinese = [
  1,
  'Logistics、Workshop',
  '热线、座谈会',
  'housing、=HYPERLINK("x")',
  '一般',
  '三号楼水房漏水已有两周。',
  'Mend the wash-house',
  '限期整改',
  deadline,
  today,
  'No leak for a week',
  [
    '1. Replace the pipe；标准：It is dry；期限：2026-03-20；完成：2026-03-21',
    '2. Clear the drain；标准：It flows；期限：2026-03-31',
  ].join('\n'),
  'Logistics',
  'Workshop',
  '',
  '已销号',
  '2026-03-21；Logistics；The pipe is in\n2026-03-22；Workshop；Dry',
  '2026-03-21；2026-03-20 → 2026-03-31；同意；The street was closed',
  '2026-03-21；Logistics；Invoice 17 of the plumber；文件：floor.jpg',
  '2026-03-21；核验通过；Dry floor；地点：Wash-house；核验日期：2026-03-20',
  '2026-03-21',
  '2026-03-21；黄牌；逾期；已终止\n2026-03-21；约谈；已实施',
  taskId,
];
