import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@redress/contracts/envelope';
import type { VisitEntry } from '@redress/contracts/inspection/fill-in-visit';
import type { VisitRejection } from '@redress/contracts/inspection/visit-words';
import type { RecordedEntry } from '@redress/contracts/inspection/visit.events';
import type { Instant } from '@redress/contracts/values';
import type { PinnedChecklist } from '../pinned-checklist/pinned-checklist.js';
import { refusalToInspect, type Standing } from '../visit/standing.js';
import type { KnownVisit } from '../visit/visit.js';
import { IS_OVER } from '../visit/is-over.js';
import { resultOf } from './result-of.js';

/** Who writes, what is asked for, when that is, and how the writer stands on the day of an entry. */
export type Writing = {
  readonly actor: Actor;
  readonly checklist: PinnedChecklist;
  readonly now: Instant;
  readonly standingAt: (at: Instant) => Standing;
};

/** What becomes of an entry: it is recorded, was already, or is refused. */
export type Fate =
  { readonly recorded: RecordedEntry } | { readonly refused: VisitRejection } | 'recorded-before';

export const fateOf = (visit: KnownVisit, entry: VisitEntry, writing: Writing): Fate => {
  const { actor, checklist, now, standingAt } = writing;
  const recorded = asRecorded(entry, checklist);
  const before = visit.entries.get(entry.entryId);
  if (before) {
    const isSame = 'entryId' in recorded && isDeepStrictEqual(before, recorded);
    return isSame ? 'recorded-before' : { refused: 'entry-id-is-taken' };
  }
  const over = IS_OVER[visit.status];
  if (over) return { refused: over };
  if (visit.status === 'planned') return { refused: 'visit-not-open' };
  const outside = outsideOf(visit, entry.at, now);
  if (outside) return { refused: outside };
  const refused = refusalToInspect(visit, actor, standingAt(entry.at));
  if (refused) return { refused };
  return 'entryId' in recorded ? { recorded } : recorded;
};

/** Whether a moment lies where nothing can have been seen. */
export const outsideOf = (
  { plan }: KnownVisit,
  at: Instant,
  now: Instant,
): 'in-the-future' | 'before-it-was-planned' | undefined => {
  if (at > now) return 'in-the-future';
  return at < plan.plannedAt ? 'before-it-was-planned' : undefined;
};

const asRecorded = (
  entry: VisitEntry,
  checklist: PinnedChecklist,
): RecordedEntry | { readonly refused: VisitRejection } => {
  const { entryId, at, item, met } = entry;
  if (met && !item) return plain({ entryId, at, met });
  if (!item || met) return { refused: 'answer-does-not-fit' };
  const asked = checklist.get(item.itemId);
  if (!asked) return { refused: 'no-such-item' };
  const result = resultOf(asked, item);
  return result ? plain({ entryId, at, item: { ...item, result } }) : { refused: 'answer-does-not-fit' };
};

/** As it comes back from the store: no classes, and nothing that is undefined. */
const plain = <Value>(value: Value): Value => {
  if (Array.isArray(value)) return value.map((item: unknown) => plain(item)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const said: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) if (part !== undefined) said[name] = plain<unknown>(part);
  return said as Value;
};
