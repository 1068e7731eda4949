import type { Category, Event, Plain } from '../event.js';
import type {
  ChecklistId,
  Day,
  EntryId,
  Instant,
  ItemId,
  PersonId,
  RoundId,
  TeamId,
  UnitId,
  VisitId,
} from '../values.js';
import type { Wording } from './checklist.js';
import type { AnsweredItem, MetPerson } from './fill-in-visit.js';
import type { RecusalCheck } from './recusal.js';
import type { ItemResult, VisitKind } from './visit-words.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
// Who acts stands in the envelope, and as `by` where others have to know. Of each act there is a check whether its person
// may act for the unit on that day: in the event itself, or in the last `RecusalChecked` or `InspectorsNamed` before it.
export type VisitEvent =
  | Event<'VisitPlanned', About & { on: Day; plannedAt: Instant }>
  | Event<
      'InspectorsNamed',
      Ref & { inspectors: readonly PersonId[]; checks: readonly Plain<RecusalCheck>[] }
    >
  | Event<'VisitMoved', Ref & { from: Day; on: Day; reason: string }>
  | Event<'VisitCancelled', Ref & { reason: string }>
  | Event<'VisitMissed', Ref & { on: Day; reason: string }>
  | Event<'RecusalChecked', Ref & { check: Plain<RecusalCheck> }>
  | Event<'VisitOpened', Ref & { at: Instant; on: Day; by?: PersonId }>
  /** What was written down, by one person: an answer alone, or all that was written while there was no connection. */
  | Event<'EntriesRecorded', Ref & { entries: readonly RecordedEntry[]; by?: PersonId }>
  | Event<'VisitSigned', Ref & { by?: PersonId }>
  | Event<'VisitSubmitted', About & Submission>
  | Event<'VisitReopened', About & { entryId: EntryId; reason: string }>;

type Ref = { visitId: VisitId };
type About = Ref & {
  unit: UnitId;
  kind: VisitKind;
  roundId?: RoundId;
  teamId?: TeamId;
  checklistId: ChecklistId;
  checklistVersion: number;
};

export type RecordedEntry = { readonly entryId: EntryId; readonly at: Instant } & (
  { readonly item: RecordedAnswer } | { readonly met: Plain<MetPerson> }
);
/** With what it came to when it was recorded. */
export type RecordedAnswer = Plain<AnsweredItem> & { readonly result: ItemResult };

/** What the answers that stand come to: enough for somebody who knows neither visit nor checklist. */
export type Submission = {
  /** The day on which it was opened. */
  seenOn: Day;
  inspectors: readonly PersonId[];
  signedBy?: PersonId;
  /** How many items came to what. */
  results: Readonly<Record<ItemResult, number>>;
  /** The items that failed. Of those that must become a finding there has to be one. */
  failed: readonly { itemId: ItemId; entryId: EntryId; text: Plain<Wording>; mustFind: boolean }[];
};

export const visitEvents: Category<VisitEvent> = {
  name: 'visit',
  // Whom the inspectors met has no other id here than that of the entry.
  personal: {
    EntriesRecorded: [
      { whose: 'entries.*.entryId', fields: ['entries.*.met.name', 'entries.*.met.capacity'] },
    ],
  },
  lifts: {
    VisitPlanned: [],
    InspectorsNamed: [],
    VisitMoved: [],
    VisitCancelled: [],
    VisitMissed: [],
    RecusalChecked: [],
    VisitOpened: [],
    EntriesRecorded: [],
    VisitSigned: [],
    VisitSubmitted: [],
    VisitReopened: [],
  },
};
