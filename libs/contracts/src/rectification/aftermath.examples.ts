import type { CardId, Day, EntryId } from '../values.js';
import type { AftermathEvent } from './aftermath.events.js';
import type { RecordLookBack } from './look-back.js';
import type { AnswerObjection, RaiseObjection } from './object-to-close-out.js';
import { lead, leadUnit } from './people.examples.js';
import type { PublishNotice, SkipNotice } from './public-notice.js';
import { unrecused } from './recusal.examples.js';
import type { AnswerReview, RequestReview } from './review-task.js';
import { ask, assign, returnBy, taskId } from './task.examples.js';

// What follows a verified request, and a closing; and what the unit says against the task itself.
const entry = (digit: number): EntryId => `0190a5c4-1111-7aaa-8aaa-00000000008${String(digit)}` as EntryId;
export const objectionId = entry(1);
export const otherObjectionId = entry(2);
export const noticeEnd = '2026-03-27' as Day;
export const afterNotice = '2026-03-28' as Day;

const { issues, title, criterion } = assign;
const { entryId } = ask;
export const publish = { taskId, entryId, text: 'The wash-house is dry again' } satisfies PublishNotice;
export const skip = {
  taskId,
  entryId,
  ground: 'personal-matter',
  reason: 'It names a patient',
} satisfies SkipNotice;
export const object = { taskId, objectionId, text: 'It drips again' } satisfies RaiseObjection;
export const uphold = { taskId, objectionId, upheld: true, answer: 'It does' } satisfies AnswerObjection;
export const dismiss = {
  taskId,
  objectionId,
  upheld: false,
  answer: 'That is the other house',
} satisfies AnswerObjection;
export const signed = {
  type: 'CloseOutSigned',
  data: { taskId, entryId, head: lead.person },
} satisfies AftermathEvent;
export const noticePublished = {
  type: 'NoticePublished',
  data: { ...publish, issues, title, criterion, leadUnit, unitName: 'Logistics', term: returnBy },
} satisfies AftermathEvent;
export const noticeSkipped = {
  type: 'NoticeSkipped',
  data: { ...skip, policy: 'default 1' },
} satisfies AftermathEvent;
export const objected = {
  type: 'ObjectionRaised',
  data: { ...object, entryId, leadUnit },
} satisfies AftermathEvent;
export const objectionUpheld = {
  type: 'ObjectionAnswered',
  data: { ...uphold, entryId, leadUnit },
} satisfies AftermathEvent;
export const objectionDismissed = {
  type: 'ObjectionAnswered',
  data: { ...dismiss, entryId, leadUnit },
} satisfies AftermathEvent;
export const lookBackOn = '2026-06-20' as Day;
export const lookBackFellDue = {
  type: 'LookBackFellDue',
  data: { taskId, leadUnit, title, dueOn: lookBackOn, months: 3, policy: 'default 1' },
} satisfies AftermathEvent;
export const lookBack = {
  taskId,
  entryId: entry(3),
  found: 'relapsed',
  seen: 'The floor is wet',
  where: 'Wash-house',
  on: lookBackOn,
} satisfies RecordLookBack;
type LookedBack = Extract<AftermathEvent, { type: 'LookedBack' }>;
/** When none was due. */
export const unscheduledCheck: LookedBack = {
  type: 'LookedBack',
  data: { ...lookBack, leadUnit, title, recusal: unrecused },
};
export const relapsed: LookedBack = {
  type: 'LookedBack',
  data: { ...unscheduledCheck.data, dueOn: lookBackOn },
};
const aboutReview = { taskId, entryId: entry(4) };
export const contest = { ...aboutReview, reason: 'The house is not ours' } satisfies RequestReview;
export const changeIt = {
  ...aboutReview,
  outcome: 'changed',
  reason: 'Half of it is',
  criterion: 'No leak in the left half',
} satisfies AnswerReview;
export const upholdIt = {
  ...aboutReview,
  outcome: 'upheld',
  reason: 'It is in the land register',
} satisfies AnswerReview;
export const takeBack = {
  ...aboutReview,
  outcome: 'withdrawn',
  reason: 'It belongs to the city',
} satisfies AnswerReview;
export const reviewBy = '2026-04-19' as Day;
export const reviewRequested = {
  type: 'ReviewRequested',
  data: { ...contest, leadUnit, title, answerBy: reviewBy, policy: 'default 1' },
} satisfies AftermathEvent;
type ReviewAnswered = Extract<AftermathEvent, { type: 'ReviewAnswered' }>;
export const reviewAnswered: ReviewAnswered = {
  type: 'ReviewAnswered',
  data: { ...changeIt, leadUnit, recusal: unrecused },
};
export const reviewUpheld: ReviewAnswered = {
  type: 'ReviewAnswered',
  data: { ...upholdIt, leadUnit, recusal: unrecused },
};
export const reviewTookBack: ReviewAnswered = {
  type: 'ReviewAnswered',
  data: { ...takeBack, leadUnit, recusal: unrecused },
};
export const taskWithdrawn = {
  type: 'TaskWithdrawn',
  data: {
    ...aboutReview,
    issues,
    leadUnit,
    reason: takeBack.reason,
    endedCards: [] as CardId[],
  },
} satisfies AftermathEvent;

export const aftermathExamples: { readonly [E in AftermathEvent as E['type']]: E } = {
  CloseOutSigned: signed,
  NoticePublished: noticePublished,
  NoticeSkipped: noticeSkipped,
  ObjectionRaised: objected,
  ObjectionAnswered: objectionUpheld,
  LookBackFellDue: lookBackFellDue,
  LookedBack: relapsed,
  ReviewRequested: reviewRequested,
  ReviewAnswered: reviewAnswered,
  TaskWithdrawn: taskWithdrawn,
};
