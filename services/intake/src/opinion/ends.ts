import { asOne } from '@redress/contracts/outcomes';
import type { IssueId, OpinionId } from '@redress/contracts/values';

/** What an opinion waits for: the end of an issue, of its original, or of one of its parts. */
export type End = {
  readonly of: IssueId | OpinionId;
  /** Of the stream that it was heard from: what arrives late is known to be late. */
  readonly revision: number;
  /** What was told; absent while it is awaited. */
  readonly outcome?: string;
  /** By merging or splitting, the opinion hears the end of another instead. */
  readonly isLeft?: true;
};

export type Ends = readonly End[];

/** As what an opinion waits. */
export type Waiting = 'listed' | 'duplicate' | 'split';

/** Before anything was heard. */
export const awaited = (of: End['of'], revision = -1): End => ({ of, revision });

export const endOf = (ends: Ends, of: End['of']): End | undefined => ends.find((end) => end.of === of);

/** Those that are the opinion's now; those that were told, in the order in which they were. */
export const current = (ends: Ends): Ends => ends.filter(({ isLeft }) => !isLeft);

export const withEnd = (ends: Ends, end: End): Ends => [...ends.filter(({ of }) => of !== end.of), end];

/** It goes from one to the other; of one that it goes to and has already, what was told stays. */
export const moved = (ends: Ends, leaves: End | undefined, joins: End | undefined): Ends => {
  const rest = leaves ? withEnd(ends, { of: leaves.of, revision: leaves.revision, isLeft: true }) : ends;
  if (!joins) return rest;
  const known = endOf(rest, joins.of);
  return known && !known.isLeft
    ? rest.map((end) => (end === known ? { ...known, revision: joins.revision } : end))
    : withEnd(rest, awaited(joins.of, joins.revision));
};

/** Told once nothing is awaited any more. */
export const standing = (as: Waiting, ends: Ends): Waiting | 'told' => {
  const open = current(ends);
  return open.length > 0 && open.every(({ outcome }) => outcome !== undefined) ? 'told' : as;
};

/** All that was told and holds, as one text; empty when there is none. */
export const toldIn = (ends: Ends): string => asOne(current(ends).flatMap(({ outcome }) => outcome ?? []));
