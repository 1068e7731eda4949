import type { CardId, Day, EntryId } from '../values.js';
import type {
  ApproveEscalation,
  CarryOutEscalation,
  ProposeEscalation,
  RefuseEscalation,
} from './escalate-task.js';
import { timedCardIdOf } from './card-ids.js';
import type { EscalationEvent } from './escalation.events.js';
import { dayAfterDeadline, deadline, leadUnit, officer, today } from './people.examples.js';
import type { RemindTask } from './remind-task.js';
import { assign, taskId } from './task.examples.js';
import type { TermOfEvent } from './term.js';

// A task that runs late: what it draws, and what is said to it. Counted without holidays.
const entry = (digit: number): EntryId => `0190a5c4-1111-7aaa-8aaa-00000000007${String(digit)}` as EntryId;
export const blueId = timedCardIdOf(taskId, 'blue', deadline, 0);
export const yellowId = timedCardIdOf(taskId, 'yellow', deadline, 0);
export const redId = timedCardIdOf(taskId, 'red', deadline, 0);
export const officeCardId = '0190a5c4-1111-7aaa-8aaa-000000000064' as CardId;
export const nearDueOn = '2026-03-26' as Day;
export const redOn = '2026-04-08' as Day;

const counted = (from: Day, workingDays: number, to: string): TermOfEvent => ({
  from,
  workingDays,
  to: to as Day,
  calendar: 'week off saturday,sunday',
  policy: 'default 1',
});
const about = {
  taskId,
  leadUnit,
  title: assign.title,
  deadline,
  drawnOf: [0],
  policy: 'default 1',
  calendar: 'week off saturday,sunday',
};

export const remind = { taskId, entryId: entry(1), text: 'It is due on Tuesday' } satisfies RemindTask;
const aboutTalk = { taskId, entryId: entry(2) };
export const proposeTalk = {
  ...aboutTalk,
  kind: 'formal-talk',
  reason: 'Two months, and still wet',
} satisfies ProposeEscalation;
export const approveTalk = aboutTalk satisfies ApproveEscalation;
export const refuseTalk = { ...aboutTalk, reason: 'Remind them first' } satisfies RefuseEscalation;
export const holdTalk = {
  ...aboutTalk,
  on: '2026-04-13' as Day,
  record: 'The head promised it for Friday',
} satisfies CarryOutEscalation;
export const proposeCircular = {
  taskId,
  entryId: entry(3),
  kind: 'circular',
  reason: 'Friday went by',
} satisfies ProposeEscalation;

export const blueDrawn = {
  type: 'CardDrawn',
  data: {
    ...about,
    cardId: blueId,
    colour: 'blue',
    rule: 'near-due',
    dueOn: nearDueOn,
    counted: counted(nearDueOn, 3, deadline),
    appealBy: counted(nearDueOn, 5, '2026-04-02'),
  },
} satisfies EscalationEvent;
export const yellowDrawn = {
  type: 'CardDrawn',
  data: {
    ...about,
    cardId: yellowId,
    colour: 'yellow',
    rule: 'overdue',
    dueOn: dayAfterDeadline,
    appealBy: counted(dayAfterDeadline, 5, '2026-04-08'),
    answerBy: counted(dayAfterDeadline, 3, '2026-04-06'),
  },
} satisfies EscalationEvent;
export const redDrawn = {
  type: 'CardDrawn',
  data: {
    ...about,
    cardId: redId,
    colour: 'red',
    rule: 'long-overdue',
    dueOn: redOn,
    counted: counted(deadline, 5, '2026-04-07'),
    appealBy: counted(redOn, 5, '2026-04-15'),
  },
} satisfies EscalationEvent;
/** By the office, for another reason than the deadline. */
export const redByOffice = {
  type: 'CardDrawn',
  data: {
    ...about,
    cardId: officeCardId,
    colour: 'red',
    rule: 'office',
    dueOn: nearDueOn,
    appealBy: counted(nearDueOn, 5, '2026-04-02'),
    reason: 'The photographs show another house',
    drawnBy: officer.person,
  },
} satisfies EscalationEvent;
export const yellowAnswered = {
  type: 'CardAnswered',
  data: { taskId, cardId: yellowId, text: 'The pipe comes on Monday' },
} satisfies EscalationEvent;
export const yellowAppealed = {
  type: 'CardAppealed',
  data: {
    taskId,
    cardId: yellowId,
    leadUnit,
    title: assign.title,
    colour: 'yellow',
    reason: 'The street was closed',
  },
} satisfies EscalationEvent;
export const appealUpheld = {
  type: 'AppealDecided',
  data: { taskId, cardId: yellowId, leadUnit, upheld: true, reason: 'It was' },
} satisfies EscalationEvent;
export const appealDismissed = {
  type: 'AppealDecided',
  data: { taskId, cardId: yellowId, leadUnit, upheld: false, reason: 'Not that week' },
} satisfies EscalationEvent;
export const reminded = {
  type: 'TaskReminded',
  data: { ...remind, leadUnit, title: assign.title },
} satisfies EscalationEvent;
const step = { ...aboutTalk, kind: proposeTalk.kind, leadUnit };
export const talkProposed = {
  type: 'EscalationProposed',
  data: {
    ...step,
    title: assign.title,
    cardId: redId,
    reason: proposeTalk.reason,
    proposedBy: officer.person,
    policy: 'default 1',
  },
} satisfies EscalationEvent;
export const talkApproved = { type: 'EscalationApproved', data: step } satisfies EscalationEvent;
export const talkRefused = {
  type: 'EscalationRefused',
  data: { ...step, reason: refuseTalk.reason },
} satisfies EscalationEvent;
export const talkHeld = {
  type: 'EscalationCarriedOut',
  data: { ...step, on: holdTalk.on, record: holdTalk.record },
} satisfies EscalationEvent;
export const talkLapsed = {
  type: 'EscalationLapsed',
  data: { ...step, on: today },
} satisfies EscalationEvent;

export const escalationExamples: { readonly [E in EscalationEvent as E['type']]: E } = {
  TaskReminded: reminded,
  CardDrawn: blueDrawn,
  CardAnswered: yellowAnswered,
  CardAppealed: yellowAppealed,
  AppealDecided: appealUpheld,
  EscalationProposed: talkProposed,
  EscalationApproved: talkApproved,
  EscalationRefused: talkRefused,
  EscalationCarriedOut: talkHeld,
  EscalationLapsed: talkLapsed,
};
