import type { Plain } from '@redress/contracts/event';
import type { RecusalCheck } from '@redress/contracts/inspection/recusal';
import type { VisitStatus } from '@redress/contracts/inspection/visit-words';
import {
  type RecordedAnswer,
  type RecordedEntry,
  type VisitEvent,
  visitEvents,
} from '@redress/contracts/inspection/visit.events';
import type { Day, EntryId, Instant, ItemId, PersonId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

type DataOf<Type extends VisitEvent['type']> = Extract<VisitEvent, { type: Type }>['data'];

/** An answer as it was written down, when and as which entry. */
export type GivenAnswer = RecordedAnswer & { readonly entryId: EntryId; readonly at: Instant };

export type KnownVisit = {
  readonly status: VisitStatus;
  readonly plan: DataOf<'VisitPlanned'>;
  /** The day for which it is planned now. */
  readonly on: Day;
  readonly inspectors: readonly PersonId[];
  /** Whether who acts may, by person and day: the last check of each. */
  readonly checks: ReadonlyMap<string, Plain<RecusalCheck>>;
  /** Why it was moved, cancelled or missed, as was said last. */
  readonly whyNot?: string;
  readonly opened?: DataOf<'VisitOpened'>;
  readonly entries: ReadonlyMap<EntryId, RecordedEntry>;
  /** Those that stand. */
  readonly answers: ReadonlyMap<ItemId, GivenAnswer>;
  readonly signed?: DataOf<'VisitSigned'>;
  readonly reopenings: ReadonlyMap<EntryId, string>;
};
export type Visit = { readonly status: 'unknown' } | KnownVisit;

export const checkKey = (person: PersonId | undefined, on: Day): string => `${person ?? ''} ${on}`;

const evolve = (visit: Visit, event: VisitEvent): Visit => {
  if (event.type === 'VisitPlanned') return planned(event.data);
  if (visit.status === 'unknown') return visit;

  switch (event.type) {
    case 'InspectorsNamed': {
      const { inspectors, checks } = event.data;
      return { ...visit, inspectors, checks: withChecks(visit, checks) };
    }
    case 'VisitMoved':
      return { ...visit, status: 'planned', on: event.data.on, whyNot: event.data.reason };
    case 'VisitCancelled':
      return { ...visit, status: 'cancelled', whyNot: event.data.reason };
    case 'VisitMissed':
      return { ...visit, status: 'missed', whyNot: event.data.reason };
    case 'RecusalChecked':
      return { ...visit, checks: withChecks(visit, [event.data.check]) };
    case 'VisitOpened':
      return { ...visit, status: 'opened', opened: event.data };
    case 'EntriesRecorded':
      return { ...visit, status: 'opened', ...filledIn(visit, event.data.entries) };
    case 'VisitSigned':
      return { ...visit, status: 'signed', signed: event.data };
    case 'VisitSubmitted':
      return { ...visit, status: 'submitted' };
    case 'VisitReopened': {
      const { entryId, reason } = event.data;
      return { ...visit, status: 'opened', reopenings: new Map([...visit.reopenings, [entryId, reason]]) };
    }
  }
};

const planned = (plan: DataOf<'VisitPlanned'>): KnownVisit => ({
  status: 'planned',
  plan,
  on: plan.on,
  inspectors: [],
  checks: new Map(),
  entries: new Map(),
  answers: new Map(),
  reopenings: new Map(),
});

const withChecks = (
  { checks }: KnownVisit,
  more: readonly Plain<RecusalCheck>[],
): ReadonlyMap<string, Plain<RecusalCheck>> =>
  new Map([...checks, ...more.map((check) => [checkKey(check.person, check.on), check] as const)]);

/** An answer replaces one that was given before it, or in the same moment and recorded before it. */
const filledIn = (
  visit: KnownVisit,
  recorded: readonly RecordedEntry[],
): Pick<KnownVisit, 'entries' | 'answers'> => {
  const entries = new Map([...visit.entries, ...recorded.map((entry) => [entry.entryId, entry] as const)]);
  const answers = new Map(visit.answers);
  for (const entry of recorded)
    if ('item' in entry) {
      const { entryId, at, item } = entry;
      const standing = answers.get(item.itemId);
      if (!standing || standing.at <= at) answers.set(item.itemId, { ...item, entryId, at });
    }
  return { entries, answers };
};

export const visits: Aggregate<Visit, VisitEvent> = {
  ...visitEvents,
  initial: { status: 'unknown' },
  evolve,
};
