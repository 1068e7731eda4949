import type { SubmitBatch, VisitEntry } from '@redress/contracts/inspection/fill-in-visit';
import type { VisitRejection } from '@redress/contracts/inspection/visit-words';
import type { RecordedEntry, VisitEvent } from '@redress/contracts/inspection/visit.events';
import type { EntryId, Instant, VisitId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { checkFor } from '../visit/standing.js';
import { type KnownVisit, type Visit, visits } from '../visit/visit.js';
import { type Fate, fateOf, type Writing } from './entries.js';
import { openAt } from './open-visit.js';

type Decide = (visit: Visit) => Decision<VisitEvent, VisitRejection>;

/** An entry whose sender may not have said when: then now, or when the same entry was recorded before. */
export type OneEntry = Omit<VisitEntry, 'at'> & { readonly at?: Instant };

/** One answer, or one person met. */
export const recordEntry =
  (visitId: VisitId, { at, ...one }: OneEntry, writing: Writing): Decide =>
  (visit) => {
    if (visit.status === 'unknown') return reject('no-such-visit');
    const entry = { ...one, at: at ?? visit.entries.get(one.entryId)?.at ?? writing.now };
    const fate = fateOf(visit, entry, writing);
    if (fate === 'recorded-before') return [];
    return 'refused' in fate ? reject(fate.refused) : recording(visit, visitId, [fate.recorded], writing);
  };

/** What becomes of a batch: what is recorded of it, and what is refused and why. */
export type BatchFate = {
  readonly decision: Decision<VisitEvent, VisitRejection>;
  readonly refused: readonly RefusedOfBatch[];
};
type RefusedOfBatch = { readonly entryId: EntryId; readonly reason: VisitRejection };

/** All that can be recorded of a batch and was not before; each entry is judged once. */
export const fateOfBatch =
  (batch: SubmitBatch, writing: Writing) =>
  (visit: Visit): BatchFate => {
    if (visit.status === 'unknown') return { decision: reject('no-such-visit'), refused: [] };
    const opening = openingOf(visit, batch, writing);
    if ('rejected' in opening) return { decision: opening, refused: [] };
    const opened = opening.reduce<Visit>(visits.evolve, visit) as KnownVisit;
    const fates = fatesOf(opened, batch, writing);
    const recorded = fates.flatMap(([, fate]) =>
      typeof fate === 'object' && 'recorded' in fate ? [fate.recorded] : [],
    );
    return {
      decision: [...opening, ...recording(opened, batch.visitId, recorded, writing)],
      refused: refusedIn(fates),
    };
  };

export const submitBatch =
  (batch: SubmitBatch, writing: Writing): Decide =>
  (visit) =>
    fateOfBatch(batch, writing)(visit).decision;

/** Which entries of a batch are not in the visit after it, and why. */
export const refusedOf =
  (batch: SubmitBatch, writing: Writing) =>
  (visit: KnownVisit): readonly RefusedOfBatch[] =>
    refusedIn(fatesOf(visit, batch, writing));

type Fates = readonly (readonly [EntryId, Fate])[];

const refusedIn = (fates: Fates): readonly RefusedOfBatch[] =>
  fates.flatMap(([entryId, fate]) =>
    typeof fate === 'object' && 'refused' in fate ? [{ entryId, reason: fate.refused }] : [],
  );

const openingOf = (
  visit: KnownVisit,
  { openedAt }: SubmitBatch,
  writing: Writing,
): Decision<VisitEvent, VisitRejection> => {
  if (visit.status !== 'planned') return [];
  return openedAt === undefined
    ? reject('visit-not-open')
    : openAt(openedAt, writing.actor, writing.standingAt(openedAt), writing.now)(visit);
};

/** In the order in which they were written down, whatever the order in which they are sent. */
const fatesOf = (visit: KnownVisit, { entries }: SubmitBatch, writing: Writing): Fates => {
  const inOrder = entries.toSorted(byMoment);
  const [first, again] = [new Map<EntryId, VisitEntry>(), [] as VisitEntry[]];
  for (const entry of inOrder) {
    if (first.has(entry.entryId)) again.push(entry);
    else first.set(entry.entryId, entry);
  }
  const fates = [...first.values()].map((entry) => [entry.entryId, fateOf(visit, entry, writing)] as const);
  return [...fates, ...again.map((entry) => takenTwice(first, entry)).filter((fate) => fate !== undefined)];
};

const byMoment = (one: VisitEntry, other: VisitEntry): number => {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.entryId < other.entryId ? -1 : 1;
};

/** The same id with other content cannot be both. */
const takenTwice = (
  first: ReadonlyMap<EntryId, VisitEntry>,
  entry: VisitEntry,
): readonly [EntryId, Fate] | undefined =>
  JSON.stringify(first.get(entry.entryId)) === JSON.stringify(entry)
    ? undefined
    : [entry.entryId, { refused: 'entry-id-is-taken' }];

/** Far from what an event may have, whatever the letters. */
const CHARACTERS_IN_ONE_EVENT = 200_000;

const recording = (
  visit: KnownVisit,
  visitId: VisitId,
  recorded: readonly RecordedEntry[],
  { actor, standingAt, now }: Writing,
): readonly VisitEvent[] => {
  if (recorded.length === 0) return [];
  // What was written another day is taken; how whoever sends it stands today is kept beside.
  const moments = [...recorded.map(({ at }) => at), now];
  const standings = new Map(moments.map(standingAt).map((one) => [one.on, one] as const));
  const by = actor.person && { by: actor.person };
  return [
    ...[...standings.values()].flatMap((standing) => checkFor(visit, standing)),
    ...inParts(recorded).map((entries): VisitEvent => {
      return { type: 'EntriesRecorded', data: { visitId, entries, ...by } };
    }),
  ];
};

const inParts = (recorded: readonly RecordedEntry[]): readonly (readonly RecordedEntry[])[] => {
  // Measured as a whole first, since nearly always it fits.
  if (JSON.stringify(recorded).length <= CHARACTERS_IN_ONE_EVENT)
    return recorded.length > 0 ? [recorded] : [];
  const parts: RecordedEntry[][] = [];
  let room = 0;
  for (const entry of recorded) {
    const { length } = JSON.stringify(entry);
    if (length > room) {
      parts.push([]);
      room = CHARACTERS_IN_ONE_EVENT;
    }
    parts.at(-1)?.push(entry);
    room -= length;
  }
  return parts;
};
