import { monthsAfter } from '@redress/calendar/months';
import {
  type Conflict,
  type ConflictKind,
  type InterestFact,
  RECUSED_FOR_MONTHS,
  type RecusalCheck,
  type RecusalFacts,
} from '@redress/contracts/inspection/recusal';
import type { Plain } from '@redress/contracts/event';
import type { Day, PersonId, UnitId } from '@redress/contracts/values';
import { isOn, overlaps, type Span } from '../dated/dated.js';

/**
 * The rule of recusal, over what is known: who held a post in a unit, or led it, today or in the last twelve months,
 * and who has an interest in it today, may not act for it. A post belongs to its unit and to whatever that stood
 * under; who leads a unit leads all below it; an interest reaches both ways. Each is told by the tree of its own days:
 * a later move of a unit or a person changes nothing about a day before.
 */
export const checked = (
  person: PersonId,
  units: readonly UnitId[],
  on: Day,
  facts: RecusalFacts,
): RecusalCheck => ({
  person,
  on,
  units: [...units],
  conflicts: units.flatMap((unit) => conflictsWith(unit, on, facts)),
  facts,
});

/** Whether anything speaks against it that nobody lifted. */
export const isRecused = ({ conflicts }: Pick<Plain<RecusalCheck>, 'conflicts'>): boolean =>
  conflicts.some(({ overriddenBy }) => overriddenBy === undefined);

const conflictsWith = (unit: UnitId, on: Day, facts: RecusalFacts): readonly Conflict[] => {
  const found = [
    ...postsIn(unit, facts).filter((post) => countsOn(post, on)),
    ...postsAbove(unit, facts).filter((post) => countsOn(post, on)),
    ...interestsIn(unit, on, facts),
  ];
  return together(found).map((reason) => {
    const override = facts.overrides.find(
      (one) =>
        one.unit === unit &&
        isOn(one, on) &&
        one.lifts.some(({ kind, through }) => kind === reason.kind && through === reason.through),
    );
    return { unit, ...reason, ...(override && { overriddenBy: override.overrideId }) };
  });
};

/** Through which post or interest, and when that was so. */
type Reason = Omit<Conflict, 'unit' | 'overriddenBy'>;

const reasonFor = (kind: ConflictKind, through: UnitId, { from, until }: Span): Reason => ({
  kind,
  through,
  from,
  ...(until && { until }),
});

const postsIn = (unit: UnitId, { belongings }: RecusalFacts): readonly Reason[] =>
  belongings
    .filter((post) => post.unit === unit || post.above.includes(unit))
    .map((post) => reasonFor(post.heads ? 'leads' : 'belongs', post.unit, post));

/** Of a unit that stood above it: as long as the post was held and the unit stood there. */
const postsAbove = (unit: UnitId, { belongings, lines }: RecusalFacts): readonly Reason[] =>
  belongings
    .filter(({ heads }) => heads)
    .flatMap((post) =>
      lines
        .filter((line) => line.unit === unit && line.above.includes(post.unit) && overlaps(post)(line))
        .map((line) => reasonFor('leads', post.unit, both(post, line))),
    );

const interestsIn = (unit: UnitId, on: Day, { interests, lines }: RecusalFacts): readonly Reason[] => {
  const isUnder = (one: UnitId, other: UnitId): boolean =>
    lines.some((line) => line.unit === one && isOn(line, on) && line.above.includes(other));
  const reaches = ({ unit: through }: InterestFact): boolean =>
    through === unit || isUnder(through, unit) || isUnder(unit, through);
  return interests
    .filter((interest) => isOn(interest, on) && reaches(interest))
    .map((interest) => reasonFor('declared', interest.unit, interest));
};

/** Now, or ended so lately that it still counts: to the same day of the month a year later, included. */
const countsOn = ({ from, until }: Span, on: Day): boolean =>
  from <= on && (until === undefined || until >= on || monthsAfter(until, RECUSED_FOR_MONTHS) >= on);

/** What has the same kind and leads through the same unit is one reason, from the first day to the last. */
const together = (reasons: readonly Reason[]): readonly Reason[] =>
  reasons.reduce<readonly Reason[]>((merged, reason) => {
    const same = merged.find(({ kind, through }) => kind === reason.kind && through === reason.through);
    if (!same) return [...merged, reason];
    const whole = reasonFor(same.kind, same.through, around(same, reason));
    return merged.map((one) => (one === same ? whole : one));
  }, []);

const both = (one: Span, other: Span): Span => ({
  from: one.from > other.from ? one.from : other.from,
  until: [one.until, other.until].filter((day) => day !== undefined).toSorted()[0],
});

const around = (one: Span, other: Span): Span => ({
  from: one.from < other.from ? one.from : other.from,
  until: one.until && other.until && (one.until > other.until ? one.until : other.until),
});
