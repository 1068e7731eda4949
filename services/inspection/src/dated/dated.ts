import type { Day } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';

/** From one day to another, both included; without a last one it goes on. */
export type Span = { readonly from: Day; readonly until?: Day | undefined };

/** A fact that may have been told with its end. */
export type Dated = Span & {
  /** The end that it was told with, wherever it ended. */
  readonly foreseen?: Day | undefined;
};

export const isOn = ({ from, until }: Span, day: Day): boolean =>
  from <= day && (until === undefined || day <= until);

export const overlaps =
  (one: Span) =>
  (other: Span): boolean =>
    (other.until === undefined || one.from <= other.until) &&
    (one.until === undefined || other.from <= one.until);

/** The last that had begun by that day. */
export const lastBegun = <D extends Span>(facts: readonly D[], day: Day): D | undefined =>
  facts
    .filter(({ from }) => from <= day)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);

/**
 * A fact ends on a day. One that has an end keeps it: what was stays as it was. Only an end that was foreseen may be
 * brought forward, to a day that has not passed.
 */
export const ending = <E>(
  { from, until: known }: Span,
  until: Day,
  today: Day,
  ended: E,
): Decision<E, 'ends-before-it-begins' | 'ended-otherwise'> => {
  if (known === until) return [];
  if (until < from) return reject('ends-before-it-begins');
  if (known !== undefined && (until > known || until < today)) return reject('ended-otherwise');
  return [ended];
};

/** What was told already is told again: silence, unless an end comes with it that was not told before. */
export const toldAgain = <E>(
  fact: Dated,
  until: Day | undefined,
  today: Day,
  ended: (until: Day) => E,
): ReturnType<typeof ending<E>> =>
  until === undefined || until === fact.foreseen ? [] : ending(fact, until, today, ended(until));
