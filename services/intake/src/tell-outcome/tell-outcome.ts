import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { IssueId, OpinionId, TaskId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { issueOf, type Opinion, originalOf } from '../opinion/opinion.js';

export type TellingRejection = 'no-such-opinion' | 'waits-for-another-end';
type Decide = (opinion: Opinion) => Decision<OpinionEvent, TellingRejection>;

/** The end of an opinion: of the issue that it was listed as, or of the opinion that it is a duplicate of. */
export type End = {
  readonly opinionId: OpinionId;
  /** The opinion whose end it is: itself, or its original. */
  readonly about: OpinionId;
  readonly issueId?: IssueId | undefined;
};

/** The submitter is told; and told again when the end came out otherwise. */
export const tellOutcome =
  (end: End, { outcome, tasks }: { readonly outcome: string; readonly tasks: readonly TaskId[] }): Decide =>
  (opinion) => {
    if (opinion.status === 'unsent') return reject('no-such-opinion');
    if (!awaits(opinion, end)) return reject('waits-for-another-end');
    if (opinion.status === 'told' && opinion.outcome === outcome) return [];

    const { opinionId, about, issueId } = end;
    const data = { opinionId, about, outcome, ...(issueId !== undefined && { issueId }), tasks: [...tasks] };
    return [{ type: 'OutcomeTold', data }];
  };

/** What was told does not hold any more: the opinion waits again, and will be told again. */
export const withdrawOutcome =
  (end: End, { reason }: { readonly reason: string }): Decide =>
  (opinion) => {
    if (opinion.status === 'unsent') return reject('no-such-opinion');
    if (!awaits(opinion, end)) return reject('waits-for-another-end');
    if (opinion.status !== 'told') return [];

    const { opinionId, about } = end;
    return [{ type: 'OutcomeWithdrawn', data: { opinionId, about, reason } }];
  };

const awaits = (opinion: Opinion, { opinionId, about, issueId }: End): boolean =>
  about === opinionId ? issueId !== undefined && issueOf(opinion) === issueId : originalOf(opinion) === about;
