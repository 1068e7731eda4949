import type { Actor, Envelope } from '../envelope.js';
import type {
  CaseId,
  EntryId,
  Instant,
  IssueId,
  MessageId,
  OpinionId,
  PersonId,
  PostId,
  Sha256,
  TaskId,
  UnitId,
} from '../values.js';
import type { ListOpinion } from './list-opinion.js';
import type { OpinionEvent } from './opinion.events.js';
import type { JoinParts, SplitOpinion } from './split-opinion.js';
import type { SubmitOpinion } from './submit-opinion.js';

// One valid example of everything, for the specs of this service and of those who listen to it.
export const opinionId = '0190a5c4-2222-7aaa-8aaa-000000000001' as OpinionId;
export const originalId = '0190a5c4-2222-7aaa-8aaa-000000000002' as OpinionId;
export const issueId = '0190a5c4-2222-7aaa-8aaa-000000000003' as IssueId;
export const taskId = '0190a5c4-2222-7aaa-8aaa-000000000004' as TaskId;
export const questionId = '0190a5c4-2222-7aaa-8aaa-000000000005' as EntryId;
export const entryId = '0190a5c4-2222-7aaa-8aaa-000000000006' as EntryId;
export const fileEntryId = '0190a5c4-2222-7aaa-8aaa-000000000016' as EntryId;
export const otherIssueId = '0190a5c4-2222-7aaa-8aaa-000000000013' as IssueId;
export const partId = '0190a5c4-2222-7aaa-8aaa-000000000014' as OpinionId;
export const otherPartId = '0190a5c4-2222-7aaa-8aaa-000000000015' as OpinionId;
export const roleInbox = '0190a5c4-2222-7aaa-8aaa-000000000007' as PostId;
export const citizen = '0190a5c4-2222-7aaa-8aaa-000000000008' as PersonId;

const unit = '0190a5c4-2222-7aaa-8aaa-000000000009' as UnitId;
const person = '0190a5c4-2222-7aaa-8aaa-000000000010' as PersonId;
const post = '0190a5c4-2222-7aaa-8aaa-000000000011' as PostId;

export const anonymous = { role: 'submitter' } satisfies Actor;
export const officer = { role: 'office', person, post } satisfies Actor;
export const holder = { role: 'unit', person, post: roleInbox, unit } satisfies Actor;
export const envelope = {
  actor: officer,
  correlationId: opinionId as string as CaseId,
  causationId: '0190a5c4-2222-7aaa-8aaa-000000000012' as MessageId,
  happenedAt: '2026-03-20T08:00:00.000Z' as Instant,
} satisfies Envelope;

export const submit = {
  key: 'a key of at least 16 characters',
  channel: 'web-form',
  title: 'A3区夜间施工噪音',
  text: '工地每晚十一点以后仍在施工，噪音很大，附近居民无法休息。',
  topic: '环境保护',
  place: 'A3区',
  addressedTo: roleInbox,
} satisfies SubmitOpinion;
export const list = {
  opinionId,
  issueId,
  title: 'A3区工地夜间施工扰民',
  problem: '工地在夜间十一点以后施工，没有许可。',
  topic: '环境保护',
  severity: 'ordinary',
} satisfies ListOpinion;

const noise = { opinionId: partId, title: '夜间施工噪音', text: '工地每晚十一点以后仍在施工。' };
const lamp = { opinionId: otherPartId, title: '路灯不亮', text: '工地旁的路灯坏了。' };
export const splitIt = {
  opinionId,
  parts: [noise, lamp],
  reason: 'it speaks of two matters',
} satisfies SplitOpinion;
export const join = { opinionId, reason: 'it is one matter after all' } satisfies JoinParts;

const about = { opinionId };
const { channel, title, text, topic, place, addressedTo } = submit;
export const submitted = {
  type: 'OpinionSubmitted',
  data: { ...about, channel, title, text, topic, place, addressedTo },
} satisfies OpinionEvent;
export const acknowledged = { type: 'OpinionAcknowledged', data: about } satisfies OpinionEvent;
export const redirected = {
  type: 'OpinionRedirected',
  data: { ...about, addressedTo: post, reason: 'the city management answers for building sites' },
} satisfies OpinionEvent;
export const asked = {
  type: 'SubmitterAsked',
  data: { ...about, entryId: questionId, question: 'On which nights was it?' },
} satisfies OpinionEvent;
export const wrote = {
  type: 'SubmitterWrote',
  data: { ...about, entryId, text: 'Every night since 1 March.', asksBack: false },
} satisfies OpinionEvent;
export const attached = {
  type: 'FileAttached',
  data: {
    ...about,
    entryId: fileEntryId,
    file: { sha256: 'a5'.repeat(32) as Sha256, type: 'image/jpeg', size: 48_211 },
  },
} satisfies OpinionEvent;
export const answered = {
  type: 'OpinionAnswered',
  data: { ...about, answer: 'The site has stopped working at night.' },
} satisfies OpinionEvent;
export const refused = {
  type: 'OpinionRefused',
  data: { ...about, ground: 'outside-the-remit', reason: 'it lies in another city' },
} satisfies OpinionEvent;
export const marked = {
  type: 'OpinionMarkedDuplicate',
  data: { ...about, of: originalId },
} satisfies OpinionEvent;
export const lifted = {
  type: 'DuplicateMarkLifted',
  data: { ...about, of: originalId, reason: 'it is another building site' },
} satisfies OpinionEvent;
export const listed = { type: 'OpinionListed', data: { ...list, channel } } satisfies OpinionEvent;
export const opinionSplit = { type: 'OpinionSplit', data: splitIt } satisfies OpinionEvent;
export const partBegun = {
  type: 'OpinionPartBegun',
  data: { ...noise, whole: opinionId, channel, topic, place, addressedTo },
} satisfies OpinionEvent;
export const partsJoined = {
  type: 'PartsJoined',
  data: { ...join, parts: [partId, otherPartId] },
} satisfies OpinionEvent;
export const takenBack = {
  type: 'PartTakenBack',
  data: { opinionId: partId, whole: opinionId, reason: join.reason },
} satisfies OpinionEvent;
export const movedTo = {
  type: 'OpinionMoved',
  data: {
    ...about,
    leaves: { issueId, revision: 4 },
    joins: { issueId: otherIssueId, revision: 2 },
    reason: 'both speak of the same site',
    stands: 'listed',
  },
} satisfies OpinionEvent;
export const told = {
  type: 'OutcomeTold',
  data: {
    ...about,
    about: opinionId,
    outcome: 'Work ends at ten.',
    issueId,
    revision: 3,
    tasks: [taskId],
    stands: 'told',
  },
} satisfies OpinionEvent;
export const withdrawn = {
  type: 'OutcomeWithdrawn',
  data: {
    ...about,
    about: opinionId,
    issueId,
    revision: 5,
    reason: 'the noise is back',
    stands: 'listed',
  },
} satisfies OpinionEvent;
export const appraised = {
  type: 'OutcomeAppraised',
  data: { ...about, appraisal: 'satisfied', comment: 'We sleep again.' },
} satisfies OpinionEvent;

// Total: an event without an example does not compile.
export const examples: { readonly [E in OpinionEvent as E['type']]: E } = {
  OpinionSubmitted: submitted,
  OpinionAcknowledged: acknowledged,
  OpinionRedirected: redirected,
  SubmitterAsked: asked,
  SubmitterWrote: wrote,
  FileAttached: attached,
  OpinionAnswered: answered,
  OpinionRefused: refused,
  OpinionMarkedDuplicate: marked,
  DuplicateMarkLifted: lifted,
  OpinionListed: listed,
  OpinionSplit: opinionSplit,
  OpinionPartBegun: partBegun,
  PartsJoined: partsJoined,
  PartTakenBack: takenBack,
  OpinionMoved: movedTo,
  OutcomeTold: told,
  OutcomeWithdrawn: withdrawn,
  OutcomeAppraised: appraised,
};
