import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { IssueId, OpinionId, TaskId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { current, endOf, type Ends, standing, toldIn, withEnd } from '../opinion/ends.js';
import type { Opinion, WaitingOpinion } from '../opinion/opinion.js';

export type TellingRejection = 'no-such-opinion' | 'waits-for-another-end';
type Decide = (opinion: Opinion) => Decision<OpinionEvent, TellingRejection>;

/** What an opinion hears of: an issue, or the opinion that it is a duplicate of, or one of its parts. */
export type Heard = {
  readonly opinionId: OpinionId;
  /** The opinion whose end it is: itself, its original, or its part. */
  readonly about: OpinionId;
  readonly issueId?: IssueId | undefined;
  /** Of the stream that it is heard from. */
  readonly revision: number;
};

/** The submitter is told; and told again when the end came out otherwise. What comes late changes nothing. */
export const tellOutcome =
  (
    heard: Heard,
    { outcome, tasks }: { readonly outcome: string; readonly tasks: readonly TaskId[] },
  ): Decide =>
  (opinion) => {
    if (opinion.status === 'unsent') return reject('no-such-opinion');
    const of = awaitedIn(opinion, heard);
    if (of === undefined || !('ends' in opinion)) return reject('waits-for-another-end');
    const known = endOf(opinion.ends, of);
    if (known && (known.revision >= heard.revision || known.outcome === outcome)) return [];

    const ends = withEnd(opinion.ends, { of, revision: heard.revision, outcome });
    const inAll = toldIn(ends);
    const data = { ...whence(heard), outcome, tasks: [...tasks], stands: standing(opinion.as, ends) };
    return [{ type: 'OutcomeTold', data: { ...data, ...(inAll !== outcome && { inAll }) } }];
  };

/** What was told does not hold any more: the opinion waits again, and will be told again. */
export const withdrawOutcome =
  (heard: Heard, { reason }: { readonly reason: string }): Decide =>
  (opinion) => {
    if (opinion.status === 'unsent') return reject('no-such-opinion');
    const of = awaitedIn(opinion, heard);
    if (of === undefined || !('ends' in opinion)) return reject('waits-for-another-end');
    const known = endOf(opinion.ends, of);
    if (known?.outcome === undefined || known.revision >= heard.revision) return [];

    const ends = withEnd(opinion.ends, { of, revision: heard.revision });
    return [{ type: 'OutcomeWithdrawn', data: { ...whence(heard), reason, ...after(opinion, ends) } }];
  };

/** How an opinion stands with other ends: what of them is told, and whether anything is awaited still. */
export const after = ({ as }: WaitingOpinion, ends: Ends) => {
  const inAll = toldIn(ends);
  return { stands: standing(as, ends), ...(inAll !== '' && { inAll }) };
};

const whence = ({ opinionId, about, issueId, revision }: Heard) => ({
  opinionId,
  about,
  revision,
  ...(issueId !== undefined && { issueId }),
});

/** Which of its ends that is. Rectification says which opinions belong to an issue: one that is listed hears it. */
const awaitedIn = (
  opinion: Opinion,
  { opinionId, about, issueId }: Heard,
): IssueId | OpinionId | undefined => {
  if (!('ends' in opinion)) return undefined;
  if (about === opinionId) return opinion.as === 'listed' ? issueId : undefined;
  return current(opinion.ends).find(({ of }) => of === about)?.of;
};
