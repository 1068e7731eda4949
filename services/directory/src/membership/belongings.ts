import type { Belonging, Line } from '@redress/contracts/directory/membership';
import type { Day, PersonId } from '@redress/contracts/values';
import { type DatedPost, deputisedBy, heldBy } from '../post-list/post-list.js';

type Span = { readonly from: Day; readonly until?: Day };

/**
 * What it means to have held a post, or to have acted in it for another: to have belonged to its unit, and to the units above that, as long as both lasted.
 * `lines` are those of the unit.
 */
export const belongingsOf = (
  person: PersonId,
  post: DatedPost,
  lines: readonly Line[],
): readonly Belonging[] =>
  [...heldBy(person, post), ...deputisedBy(person, post)]
    .flatMap((holding) =>
      lines.filter(overlaps(holding)).map((line) => ({ ...line, ...both(holding, line) })),
    )
    .map((belonging) => ({ ...belonging, heads: post.heads === true && post.role === 'unit' }));

export const overlaps =
  (one: Span) =>
  (other: Span): boolean =>
    (other.until === undefined || one.from <= other.until) &&
    (one.until === undefined || other.from <= one.until);

const both = (one: Span, other: Span): Span => {
  const until = [one.until, other.until].filter((day) => day !== undefined).toSorted()[0];
  return { from: one.from > other.from ? one.from : other.from, ...(until && { until }) };
};
