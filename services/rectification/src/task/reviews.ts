import type { AftermathEvent } from '@redress/contracts/rectification/aftermath.events';
import type { ReviewOutcome } from '@redress/contracts/rectification/words';
import type { Day, EntryId } from '@redress/contracts/values';

/** The unit contests the task, and what others than its authors found. */
export type Review = {
  readonly id: EntryId;
  readonly reason: string;
  readonly answerBy: Day;
  /** Of this stream, at which it was asked for. */
  readonly revision: number;
  readonly answer?: { readonly outcome: ReviewOutcome; readonly reason: string; readonly criterion?: string };
};

type ReviewEvent = Extract<AftermathEvent, { type: 'ReviewRequested' | 'ReviewAnswered' }>;

export const reviewsAfter = (
  reviews: readonly Review[],
  { type, data }: ReviewEvent,
  revision: number,
): readonly Review[] => {
  const { entryId: id, reason } = data;
  if (type === 'ReviewRequested') return [...reviews, { id, reason, answerBy: data.answerBy, revision }];
  const { outcome, criterion } = data;
  const answer = { outcome, reason, ...(criterion !== undefined && { criterion }) };
  return reviews.map((review) => (review.id === id ? { ...review, answer } : review));
};
