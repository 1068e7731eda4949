import { inspector, lead, leadUnit, today } from '../rectification/people.examples.js';
import { minutesKept } from './checklist.examples.js';
import {
  changeFinding,
  commentOnFinding,
  draftId,
  findingId,
  issueFinding,
  joinFinding,
  newFindingId,
  otherFindingId,
  otherWords,
  partFinding,
  splitFinding,
  withdrawFinding,
  words,
} from './finding-commands.examples.js';
import { issueIdOfFinding, taskIdOfFinding } from './finding-ids.js';
import type { FindingEvent } from './finding.events.js';
import { taskFollowed } from './followed.examples.js';
import { roundId } from './round.examples.js';
import { teamId } from './team.examples.js';
import { answerItem, check, seenAt, visitDay, visitId } from './visit.examples.js';

// One valid example of everything, for the specs of this service and of those who listen to it.
type Of<Type extends FindingEvent['type']> = Extract<FindingEvent, { type: Type }>;

const about = { unit: leadUnit, visitId, roundId, teamId, kind: 'scheduled', seenOn: visitDay } as const;
const act = { by: inspector.person, on: today, recusal: check };

export const findingRecorded: Of<'FindingRecorded'> = {
  type: 'FindingRecorded',
  data: { findingId, ...about, ...words, at: seenAt, ...act },
};
export const otherRecorded: Of<'FindingRecorded'> = {
  type: 'FindingRecorded',
  data: { findingId: otherFindingId, ...about, ...otherWords, at: seenAt, ...act },
};
/** At which revision the visit of the examples was submitted, and submitted anew. */
export const submittedAt = 6;
export const submittedAnewAt = 9;
export const findingDrafted: Of<'FindingDrafted'> = {
  type: 'FindingDrafted',
  data: {
    findingId: draftId,
    ...about,
    fact: '会议记录齐全：不通过。None since January',
    basis: '会议记录齐全（查看最近三次）',
    restsOn: [{ itemId: minutesKept.itemId, entryId: answerItem.entryId }],
    files: answerItem.files,
    itemId: minutesKept.itemId,
    entryId: answerItem.entryId,
    text: minutesKept.text,
    visitRevision: submittedAt,
  },
};
export const findingChanged: Of<'FindingChanged'> = {
  type: 'FindingChanged',
  data: { ...changeFinding, stands: 'recorded', ...act },
};
export const findingCommunicated: Of<'FindingCommunicated'> = {
  type: 'FindingCommunicated',
  data: { findingId, unit: leadUnit, ...act },
};
export const findingCommented: Of<'FindingCommented'> = {
  type: 'FindingCommented',
  data: { ...commentOnFinding, unit: leadUnit, on: today, by: lead.person },
};
export const findingJoined: Of<'FindingJoined'> = { type: 'FindingJoined', data: { ...joinFinding, ...act } };
export const findingTookIn: Of<'FindingTookIn'> = {
  type: 'FindingTookIn',
  data: {
    findingId,
    entryId: joinFinding.entryId,
    source: otherFindingId,
    ...otherWords,
    authors: [inspector.person],
  },
};
export const findingGaveBack: Of<'FindingGaveBack'> = {
  type: 'FindingGaveBack',
  data: {
    findingId,
    entryId: joinFinding.entryId,
    source: otherFindingId,
    reason: partFinding.reason,
    ...act,
  },
};
export const findingParted: Of<'FindingParted'> = {
  type: 'FindingParted',
  data: {
    findingId: otherFindingId,
    entryId: joinFinding.entryId,
    from: findingId,
    stands: 'recorded',
    reason: partFinding.reason,
  },
};
export const joiningUndone: Of<'FindingParted'> = {
  type: 'FindingParted',
  data: {
    findingId: otherFindingId,
    entryId: joinFinding.entryId,
    from: findingId,
    stands: 'recorded',
    because: 'target-is-issued',
  },
};
export const findingSplit: Of<'FindingSplit'> = {
  type: 'FindingSplit',
  data: {
    findingId,
    entryId: splitFinding.entryId,
    newFindingId,
    ...splitFinding.left,
    part: splitFinding.part,
    reason: splitFinding.reason,
    stands: 'recorded',
    ...act,
  },
};
export const findingSplitOff: Of<'FindingSplitOff'> = {
  type: 'FindingSplitOff',
  data: {
    findingId: newFindingId,
    ...about,
    ...splitFinding.part,
    from: findingId,
    at: seenAt,
    authors: [inspector.person],
  },
};
export const findingItemsJudged: Of<'FindingItemsJudged'> = {
  type: 'FindingItemsJudged',
  data: { findingId, visitRevision: submittedAt, failing: [minutesKept.itemId], notFailing: [] },
};
export const findingWithdrawn: Of<'FindingWithdrawn'> = {
  type: 'FindingWithdrawn',
  data: { ...withdrawFinding, ground: 'by-hand', ...act },
};
export const draftWithdrawn: Of<'FindingWithdrawn'> = {
  type: 'FindingWithdrawn',
  data: { findingId: draftId, ground: 'items-pass', visitRevision: submittedAnewAt },
};
export const findingRestored: Of<'FindingRestored'> = {
  type: 'FindingRestored',
  data: { findingId: draftId, visitRevision: submittedAnewAt + 3, stands: 'drafted' },
};

const { entryId: attempt, ...issuing } = issueFinding;
export const findingIssued: Of<'FindingIssued'> = {
  type: 'FindingIssued',
  data: {
    ...about,
    ...issuing,
    attempt,
    issueId: issueIdOfFinding(findingId),
    taskId: taskIdOfFinding(findingId),
    problem: `${words.fact}\n\n${words.basis}`,
    severity: words.severity,
    authors: [inspector.person],
    joined: [],
    ...act,
  },
};
export const findingRefused: Of<'FindingRefused'> = {
  type: 'FindingRefused',
  data: { findingId, attempt, unit: leadUnit, reason: 'no-such-severity' },
};

// Total: an event without an example does not compile.
export const findingExamples: { readonly [E in FindingEvent as E['type']]: E } = {
  FindingRecorded: findingRecorded,
  FindingDrafted: findingDrafted,
  FindingChanged: findingChanged,
  FindingCommunicated: findingCommunicated,
  FindingCommented: findingCommented,
  FindingJoined: findingJoined,
  FindingTookIn: findingTookIn,
  FindingGaveBack: findingGaveBack,
  FindingParted: findingParted,
  FindingSplit: findingSplit,
  FindingSplitOff: findingSplitOff,
  FindingItemsJudged: findingItemsJudged,
  FindingWithdrawn: findingWithdrawn,
  FindingRestored: findingRestored,
  FindingIssued: findingIssued,
  FindingRefused: findingRefused,
  FindingTaskFollowed: taskFollowed,
};
