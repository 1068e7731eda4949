import { type OpinionEvent, opinionEvents } from '@redress/contracts/intake/opinion.events';
import type { Appraisal, RefusalGround } from '@redress/contracts/intake/words';
import type { EntryId, IssueId, OpinionId, PostId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

type Sent = Extract<OpinionEvent, { type: 'OpinionSubmitted' }>['data'];
type Entry = { readonly id: EntryId; readonly text: string };

/** What an opinion keeps however it stands. */
type Kept = {
  readonly sent: Sent;
  readonly addressedTo: PostId | undefined;
  /** What was asked and what the submitter wrote. */
  readonly entries: readonly Entry[];
};

/** Whose end its submitter hears: that of the issue it was listed as, or of the opinion it is a duplicate of. */
export type Awaited = { readonly issueId: IssueId } | { readonly original: OpinionId };

export type Opinion =
  | { readonly status: 'unsent' }
  | (Kept & { readonly status: 'submitted' })
  | (Kept & { readonly status: 'acknowledged'; readonly markLifted: boolean })
  | (Kept & { readonly status: 'answered'; readonly answer: string })
  | (Kept & { readonly status: 'refused'; readonly ground: RefusalGround; readonly reason: string })
  | (Kept & { readonly status: 'listed' | 'duplicate'; readonly awaits: Awaited })
  | (Kept & {
      readonly status: 'told';
      readonly awaits: Awaited;
      readonly outcome: string;
      readonly appraised?: { readonly appraisal: Appraisal; readonly comment: string | undefined };
    });

const evolve = (opinion: Opinion, { type, data }: OpinionEvent): Opinion => {
  if (type === 'OpinionSubmitted')
    return { status: 'submitted', sent: data, addressedTo: data.addressedTo, entries: [] };
  if (opinion.status === 'unsent') return opinion;

  const { sent, addressedTo, entries } = opinion;
  const kept: Kept = { sent, addressedTo, entries };
  switch (type) {
    case 'OpinionAcknowledged':
      return { ...kept, status: 'acknowledged', markLifted: false };
    case 'OpinionRedirected':
      return { ...opinion, addressedTo: data.addressedTo };
    case 'SubmitterAsked':
      return { ...opinion, entries: [...entries, { id: data.entryId, text: data.question }] };
    case 'SubmitterWrote': {
      const more = [...entries, { id: data.entryId, text: data.text }];
      if (!data.asksBack) return { ...opinion, entries: more };
      return { ...kept, entries: more, status: 'acknowledged', markLifted: false };
    }
    case 'OpinionAnswered':
      return { ...kept, status: 'answered', answer: data.answer };
    case 'OpinionRefused':
      return { ...kept, status: 'refused', ground: data.ground, reason: data.reason };
    case 'OpinionMarkedDuplicate':
      return { ...kept, status: 'duplicate', awaits: { original: data.of } };
    case 'DuplicateMarkLifted':
      return { ...kept, status: 'acknowledged', markLifted: true };
    case 'OpinionListed':
      return { ...kept, status: 'listed', awaits: { issueId: data.issueId } };
    case 'OutcomeTold':
      return 'awaits' in opinion
        ? { ...kept, status: 'told', awaits: opinion.awaits, outcome: data.outcome }
        : opinion;
    case 'OutcomeWithdrawn':
      if (opinion.status !== 'told') return opinion;
      return {
        ...kept,
        status: 'issueId' in opinion.awaits ? 'listed' : 'duplicate',
        awaits: opinion.awaits,
      };
    case 'OutcomeAppraised':
      if (opinion.status !== 'told') return opinion;
      return { ...opinion, appraised: { appraisal: data.appraisal, comment: data.comment } };
  }
};

export const opinions: Aggregate<Opinion, OpinionEvent> = {
  ...opinionEvents,
  initial: { status: 'unsent' },
  evolve,
};

/** The opinion that this one is a duplicate of, whether its end was told or not. */
export const originalOf = (opinion: Opinion): OpinionId | undefined =>
  'awaits' in opinion && 'original' in opinion.awaits ? opinion.awaits.original : undefined;

/** The issue that it was listed as, whether the end was told or not. */
export const issueOf = (opinion: Opinion): IssueId | undefined =>
  'awaits' in opinion && 'issueId' in opinion.awaits ? opinion.awaits.issueId : undefined;
