import { type OpinionEvent, opinionEvents } from '@redress/contracts/intake/opinion.events';
import type { Appraisal, RefusalGround } from '@redress/contracts/intake/words';
import type { EntryId, IssueId, OpinionId, PostId, Sha256 } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';
import { awaited, current, type End, type Ends, moved, standing, type Waiting, withEnd } from './ends.js';

type Of<Type extends OpinionEvent['type']> = Extract<OpinionEvent, { type: Type }>['data'];
type Sent = Of<'OpinionSubmitted'>;
export type Part = Of<'OpinionSplit'>['parts'][number];
type Entry = { readonly id: EntryId; readonly text: string };
type Attached = { readonly id: EntryId; readonly sha256: Sha256 };

/** What an opinion keeps however it stands. */
type Kept = {
  readonly sent: Omit<Sent, 'receipt'>;
  /** What proves who holds the receipt; absent from before, and of a part. */
  readonly receipt: string | undefined;
  readonly addressedTo: PostId | undefined;
  /** What was asked and what the submitter wrote. */
  readonly entries: readonly Entry[];
  readonly attached: readonly Attached[];
  /** Of which opinion it is a part. */
  readonly whole: OpinionId | undefined;
  /** Into which it was ever split. */
  readonly parts: readonly Part[];
};

export type Opinion =
  | { readonly status: 'unsent' }
  | (Kept & { readonly status: 'submitted' | 'taken-back' })
  /** `undone`: a mark was lifted, or parts were joined. */
  | (Kept & { readonly status: 'acknowledged'; readonly undone: 'mark' | 'split' | undefined })
  | (Kept & { readonly status: 'answered'; readonly answer: string })
  | (Kept & { readonly status: 'refused'; readonly ground: RefusalGround; readonly reason: string })
  | (Kept & WaitingOpinion);

export type WaitingOpinion = {
  readonly status: Waiting | 'told';
  readonly as: Waiting;
  readonly ends: Ends;
  /** Of what was told last. */
  readonly appraised?: { readonly appraisal: Appraisal; readonly comment: string | undefined };
};

const evolve = (opinion: Opinion, { type, data }: OpinionEvent): Opinion => {
  if (type === 'OpinionSubmitted') {
    const { receipt, ...sent } = data;
    return { ...beginning(sent, undefined, receipt), status: 'submitted' };
  }
  if (type === 'OpinionPartBegun') {
    const { whole, ...sent } = data;
    return { ...beginning(sent, whole, undefined), status: 'acknowledged', undone: undefined };
  }
  if (opinion.status === 'unsent') return opinion;

  const { sent, receipt, addressedTo, entries, attached, whole, parts } = opinion;
  const kept: Kept = { sent, receipt, addressedTo, entries, attached, whole, parts };
  switch (type) {
    case 'OpinionAcknowledged':
      return { ...kept, status: 'acknowledged', undone: undefined };
    case 'OpinionRedirected':
      return { ...opinion, addressedTo: data.addressedTo };
    case 'SubmitterAsked':
      return { ...opinion, entries: [...entries, { id: data.entryId, text: data.question }] };
    case 'SubmitterWrote': {
      const more = [...entries, { id: data.entryId, text: data.text }];
      if (!data.asksBack) return { ...opinion, entries: more };
      return { ...kept, entries: more, status: 'acknowledged', undone: undefined };
    }
    case 'FileAttached':
      return { ...opinion, attached: [...attached, { id: data.entryId, sha256: data.file.sha256 }] };
    case 'OpinionAnswered':
      return { ...kept, status: 'answered', answer: data.answer };
    case 'OpinionRefused':
      return { ...kept, status: 'refused', ground: data.ground, reason: data.reason };
    case 'OpinionMarkedDuplicate':
      return { ...kept, ...waiting('duplicate', [awaited(data.of)]) };
    case 'DuplicateMarkLifted':
      return { ...kept, status: 'acknowledged', undone: 'mark' };
    case 'OpinionListed':
      return { ...kept, ...waiting('listed', [awaited(data.issueId)]) };
    case 'OpinionSplit': {
      const ends = data.parts.map(({ opinionId }) => awaited(opinionId));
      const before = parts.filter((part) => ends.every(({ of }) => of !== part.opinionId));
      return { ...kept, parts: [...before, ...data.parts], ...waiting('split', ends) };
    }
    case 'PartsJoined':
      return { ...kept, status: 'acknowledged', undone: 'split' };
    case 'PartTakenBack':
      return { ...kept, status: 'taken-back' };
    case 'OpinionMoved': {
      if (!('ends' in opinion)) return opinion;
      const [leaves, joins] = [data.leaves, data.joins].map(
        (issue) => issue && awaited(issue.issueId, issue.revision),
      );
      return { ...kept, ...waiting(opinion.as, moved(opinion.ends, leaves, joins)) };
    }
    case 'OutcomeTold': {
      if (!('ends' in opinion)) return opinion;
      const { revision, outcome } = data;
      const ends = withEnd(opinion.ends, { of: heardIn(data, opinion.ends), revision, outcome });
      return { ...kept, ...waiting(opinion.as, ends) };
    }
    case 'OutcomeWithdrawn': {
      if (!('ends' in opinion)) return opinion;
      const ends = withEnd(opinion.ends, awaited(heardIn(data, opinion.ends), data.revision));
      return { ...kept, ...waiting(opinion.as, ends) };
    }
    case 'OutcomeAppraised':
      if (opinion.status !== 'told') return opinion;
      return { ...opinion, appraised: { appraisal: data.appraisal, comment: data.comment } };
  }
};

const beginning = (sent: Kept['sent'], whole: OpinionId | undefined, receipt: string | undefined): Kept => ({
  sent,
  receipt,
  addressedTo: sent.addressedTo,
  entries: [],
  attached: [],
  whole,
  parts: [],
});

const waiting = (as: Waiting, ends: Ends): WaitingOpinion => ({ status: standing(as, ends), as, ends });

type AboutEnd = Pick<Of<'OutcomeTold'>, 'opinionId' | 'about' | 'issueId'>;

// Before an opinion could belong to several issues, what was withdrawn did not say of which.
const heardIn = ({ opinionId, about, issueId }: AboutEnd, ends: Ends): End['of'] =>
  about === opinionId ? (issueId ?? current(ends)[0]?.of ?? about) : about;

export const opinions: Aggregate<Opinion, OpinionEvent> = {
  ...opinionEvents,
  initial: { status: 'unsent' },
  evolve,
};

/** The opinion that this one is a duplicate of, whether its end was told or not. */
export const originalOf = (opinion: Opinion): OpinionId | undefined =>
  'ends' in opinion && opinion.as === 'duplicate'
    ? (opinion.ends[0]?.of as OpinionId | undefined)
    : undefined;

/** The issues whose ends it heard of, or waits for, or did before it was merged or split. */
export const issuesOf = (opinion: Opinion): readonly IssueId[] =>
  'ends' in opinion && opinion.as === 'listed' ? opinion.ends.map(({ of }) => of as IssueId) : [];

/** The opinion that it is a part of. */
export const wholeOf = (opinion: Opinion): OpinionId | undefined =>
  opinion.status === 'unsent' ? undefined : opinion.whole;

/** Its parts, unless they were joined. */
export const partsOf = (opinion: Opinion): readonly Part[] =>
  'ends' in opinion
    ? opinion.parts.filter(({ opinionId }) => opinion.ends.some(({ of }) => of === opinionId))
    : [];

/** Whether nothing was done with a part since it was begun, or it is not begun yet. */
export const isUntouched = (part: Opinion): boolean =>
  part.status === 'unsent' ||
  (part.status === 'acknowledged' && part.undone === undefined && part.entries.length === 0);
