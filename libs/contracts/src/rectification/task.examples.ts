import type { Day, EntryId, IssueId, MeasureId, Sha256, TaskId } from '../values.js';
import type { AcceptTask } from './accept-task.js';
import type { AftermathEvent } from './aftermath.events.js';
import type { AssignTask } from './assign-task.js';
import type { AttachEvidence } from './attach-evidence.js';
import type { ChangeMeasures } from './change-measures.js';
import type { CloseTask } from './close-task.js';
import type { EscalationEvent } from './escalation.events.js';
import type { ExtensionEvent } from './more-time.examples.js';
import type { NameResponsible } from './name-responsible.js';
import {
  deadline,
  leadUnit,
  plumber,
  responsible,
  strangeUnit,
  supportingUnit,
  today,
} from './people.examples.js';
import type { PlanMeasures } from './plan-measures.js';
import { unrecused } from './recusal.examples.js';
import type { ReopenTask } from './reopen-task.js';
import type { ReportProgress } from './report-progress.js';
import type { RequestCloseOut } from './request-close-out.js';
import type { ReassignTask, ReturnTask } from './return-task.js';
import type { AboutIssues, Measure, TaskEvent } from './task.events.js';
import type { TermOfEvent } from './term.js';
import type { RejectCloseOut, VerifyCloseOut } from './verify-close-out.js';

// One valid example of everything, for the specs of this service and of those who listen to it.
export const taskId = '0190a5c4-1111-7aaa-8aaa-000000000001' as TaskId;
export const issueId = '0190a5c4-1111-7aaa-8aaa-000000000002' as IssueId;
export const otherIssueId = '0190a5c4-1111-7aaa-8aaa-000000000012' as IssueId;
export const pipe = '0190a5c4-1111-7aaa-8aaa-000000000031' as MeasureId;
export const drain = '0190a5c4-1111-7aaa-8aaa-000000000032' as MeasureId;
export const ceiling = '0190a5c4-1111-7aaa-8aaa-000000000033' as MeasureId;
export const unknownMeasure = '0190a5c4-1111-7aaa-8aaa-000000000039' as MeasureId;
const entry = (digit: number): EntryId => `0190a5c4-1111-7aaa-8aaa-00000000004${String(digit)}` as EntryId;

export const assign = {
  taskId,
  issues: [issueId, otherIssueId],
  title: 'Mend the wash-house',
  leadUnit,
  supportingUnits: [supportingUnit],
  taskType: 'time-bound',
  deadline,
  criterion: 'No leak for a week',
} satisfies AssignTask;
export const accept = { taskId, responsible } satisfies AcceptTask;
export const plan = {
  taskId,
  measures: [
    { measureId: pipe, what: 'Replace the pipe', person: plumber, due: today, criterion: 'It is dry' },
    { measureId: drain, what: 'Clear the drain', person: responsible, due: deadline, criterion: 'It flows' },
  ],
} satisfies PlanMeasures;
export const report = {
  taskId,
  entryId: entry(1),
  text: 'The pipe is in',
  done: [pipe],
} satisfies ReportProgress;
export const attach = {
  taskId,
  entryId: entry(2),
  note: 'Invoice 17 of the plumber',
} satisfies AttachEvidence;
export const attachMore = { taskId, entryId: entry(3), note: '照片：水房已干燥' } satisfies AttachEvidence;
export const ask = {
  taskId,
  entryId: entry(4),
  summary: 'The wash-house is dry',
  unfinished: [{ measureId: drain, explanation: 'It belongs to the city' }],
} satisfies RequestCloseOut;
export const askAgain = {
  ...ask,
  entryId: entry(5),
  summary: 'Dry, and now with a photograph',
} satisfies RequestCloseOut;
export const verify = {
  taskId,
  entryId: ask.entryId,
  seen: 'Dry floor, new pipe',
  where: 'Wash-house, ground floor',
  on: today,
} satisfies VerifyCloseOut;
export const rejectIt = {
  taskId,
  entryId: ask.entryId,
  missing: 'The ceiling is still wet',
} satisfies RejectCloseOut;
export const close = { taskId, entryId: ask.entryId, outcome: 'The pipe was replaced' } satisfies CloseTask;
export const reopen = { taskId, reason: 'It leaks again' } satisfies ReopenTask;

export const change = {
  taskId,
  entryId: entry(6),
  reason: "The drain is the city's, the ceiling is ours",
  measures: [
    plan.measures[0] as Measure,
    {
      measureId: drain,
      what: 'Have the drain cleared',
      person: responsible,
      due: deadline,
      criterion: 'It flows',
    },
    {
      measureId: ceiling,
      what: 'Paint the ceiling',
      person: plumber,
      due: deadline,
      criterion: 'It is white',
    },
  ],
} satisfies ChangeMeasures;
export const name = {
  taskId,
  entryId: entry(7),
  responsible: plumber,
  reason: 'The head of the house has left',
} satisfies NameResponsible;

export const returnBy = {
  from: today,
  workingDays: 5,
  to: '2026-03-27' as Day,
  calendar: 'week off saturday,sunday',
  policy: 'default 1',
} satisfies TermOfEvent;
export const giveBack = {
  taskId,
  entryId: entry(8),
  reason: 'The wash-house belongs to the school',
} satisfies ReturnTask;
export const reassign = {
  taskId,
  entryId: entry(9),
  leadUnit: strangeUnit,
  supportingUnits: [supportingUnit],
  deadline: '2026-04-15' as Day,
} satisfies ReassignTask;

const sha256 = 'ba6bb68059b9739f0821c4a4d6628740920b272ae84af9cd7670fa06fbecc41c' as Sha256;
const sha256More = 'c769d694a16a9f31a353807700f0244a30f2ace2497afc7762c062b5efd5119d' as Sha256;

export const about = {
  problem: '三号楼水房漏水已有两周。',
  topics: ['housing'],
  severity: 'ordinary',
  channels: ['hotline'],
} satisfies AboutIssues;
export const assigned = { type: 'TaskAssigned', data: { ...assign, returnBy, about } } satisfies TaskEvent;
export const accepted = {
  type: 'TaskAccepted',
  data: { taskId, leadUnit, responsible },
} satisfies TaskEvent;
export const planned = { type: 'MeasuresPlanned', data: plan } satisfies TaskEvent;
export const reported = {
  type: 'ProgressReported',
  data: { ...report, unit: leadUnit },
} satisfies TaskEvent;
export const attached = {
  type: 'EvidenceAttached',
  data: { ...attach, unit: leadUnit, sha256 },
} satisfies TaskEvent;
export const attachedMore = {
  type: 'EvidenceAttached',
  data: { ...attachMore, unit: supportingUnit, sha256: sha256More },
} satisfies TaskEvent;
type CloseOutRequested = Extract<TaskEvent, { type: 'CloseOutRequested' }>;
export const requested: CloseOutRequested = {
  type: 'CloseOutRequested',
  data: { ...ask, evidence: [sha256], signature: 'not-required' },
};
export const requestedAfresh: CloseOutRequested = {
  type: 'CloseOutRequested',
  data: { ...askAgain, evidence: [sha256], signature: 'not-required' },
};
export const requestedAgain: CloseOutRequested = {
  type: 'CloseOutRequested',
  data: { ...requestedAfresh.data, replaces: ask.entryId },
};
export const verified = {
  type: 'CloseOutVerified',
  data: { ...verify, recusal: unrecused },
} satisfies TaskEvent;
export const rejected = {
  type: 'CloseOutRejected',
  data: { ...rejectIt, recusal: unrecused },
} satisfies TaskEvent;
export const closed = {
  type: 'TaskClosed',
  data: {
    ...close,
    issues: assign.issues,
    evidence: [sha256],
    atRevision: 7,
    lookBack: { from: today, on: '2026-06-20' as Day, months: 3, policy: 'default 1' },
  },
} satisfies TaskEvent;
export const reopened = {
  type: 'TaskReopened',
  data: { ...reopen, issues: assign.issues, on: today },
} satisfies TaskEvent;

const { issues, title } = assign;
export const returned = {
  type: 'TaskReturned',
  data: { ...giveBack, issues, title, leadUnit },
} satisfies TaskEvent;
export const reassigned = {
  type: 'TaskReassigned',
  data: { ...reassign, issues, title, returnBy, formerUnits: [leadUnit] },
} satisfies TaskEvent;
export const measuresChanged = {
  type: 'MeasuresChanged',
  data: { ...change, added: [ceiling], changed: [drain], removed: [] as MeasureId[] },
} satisfies TaskEvent;
export const named = {
  type: 'ResponsibleNamed',
  data: { ...name, leadUnit, insteadOf: responsible },
} satisfies TaskEvent;

// Total: an event without an example does not compile.
export const examples: {
  readonly [E in Exclude<TaskEvent, ExtensionEvent | EscalationEvent | AftermathEvent> as E['type']]: E;
} = {
  TaskAssigned: assigned,
  TaskReturned: returned,
  TaskReassigned: reassigned,
  TaskAccepted: accepted,
  MeasuresPlanned: planned,
  ProgressReported: reported,
  EvidenceAttached: attached,
  CloseOutRequested: requested,
  CloseOutVerified: verified,
  CloseOutRejected: rejected,
  TaskClosed: closed,
  TaskReopened: reopened,
  MeasuresChanged: measuresChanged,
  ResponsibleNamed: named,
};
