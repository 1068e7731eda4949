import { envelope, inspector, leadUnit, today } from '../rectification/people.examples.js';
import { attachFile } from '../rectification/evidence.examples.js';
import type { Day, EntryId, Instant, ItemId, VisitId } from '../values.js';
import { hoursStudied, minutesKept, ofTheRegister, whatElse, whoLeads } from './checklist.examples.js';
import type { AnswerItem, NotePersonMet, SubmitBatch, VisitEntry } from './fill-in-visit.js';
import type { CancelVisit, MissVisit, MoveVisit, NameInspectors, PlanVisit } from './plan-visit.js';
import type { RecusalCheck } from './recusal.js';
import { roundChecklist, roundId } from './round.examples.js';
import type { ReopenVisit } from './submit-visit.js';
import { teamId } from './team.examples.js';
import type { RecordedEntry, VisitEvent } from './visit.events.js';

// One valid example of everything, for the specs of this service and of those who listen to it.
export const visitId = '0190a5c4-6666-7aaa-8aaa-000000000071' as VisitId;
export const reopeningId = '0190a5c4-6666-7aaa-8aaa-000000000072' as EntryId;
const entryIdOf = (digit: number): EntryId =>
  `0190a5c4-6666-7aaa-8aaa-00000000008${String(digit)}` as EntryId;

export const visitDay = today;
export const laterDay = '2026-03-25' as Day;
export const plannedAt = '2026-03-19T08:00:00.000Z' as Instant;
/** The moment of the envelope of the examples. */
export const seenAt = envelope.happenedAt;

export const planVisit = {
  visitId,
  unit: leadUnit,
  kind: 'scheduled',
  on: visitDay,
  roundId,
} satisfies PlanVisit;
export const nameInspectors = { visitId, inspectors: [inspector.person] } satisfies NameInspectors;
export const moveVisit = { visitId, on: laterDay, reason: 'Snow' } satisfies MoveVisit;
export const cancelVisit = { visitId, reason: 'The unit was dissolved' } satisfies CancelVisit;
export const missVisit = { visitId, reason: 'The car broke down' } satisfies MissVisit;

export const check = {
  person: inspector.person,
  on: visitDay,
  units: [leadUnit],
  conflicts: [],
  facts: { belongings: [], lines: [], interests: [], overrides: [] },
} satisfies RecusalCheck;

export const answerItem = {
  visitId,
  entryId: entryIdOf(1),
  itemId: minutesKept.itemId,
  answer: { judgement: 'fails' },
  note: 'None since January',
  files: [attachFile.file],
} satisfies AnswerItem;
export const personMet = {
  visitId,
  entryId: entryIdOf(6),
  name: '王老师',
  capacity: 'Secretary',
} satisfies NotePersonMet;

const entry = (digit: number, itemId: ItemId, answer: NonNullable<VisitEntry['item']>['answer']) => ({
  entryId: entryIdOf(digit),
  at: seenAt,
  item: { itemId, answer },
});
/** An answer to each of the other items. */
export const submitBatch = {
  visitId,
  entries: [
    entry(2, ofTheRegister.itemId, { leftOut: 'The cupboard was locked' }),
    entry(3, hoursStudied.itemId, { number: 38.5 }),
    entry(4, whoLeads.itemId, { choice: 'head' }),
    entry(5, whatElse.itemId, { text: '窗台有灰' }),
  ],
} satisfies SubmitBatch;
export const reopenVisit = {
  visitId,
  entryId: reopeningId,
  reason: 'One answer is wrong',
} satisfies ReopenVisit;

type Of<Type extends VisitEvent['type']> = Extract<VisitEvent, { type: Type }>;

const about = { visitId, unit: leadUnit, kind: 'scheduled', roundId, teamId, ...roundChecklist } as const;
const by = { by: inspector.person };
const recorded = (entries: readonly RecordedEntry[]): Of<'EntriesRecorded'> => ({
  type: 'EntriesRecorded',
  data: { visitId, entries, ...by },
});

export const visitPlanned: Of<'VisitPlanned'> = {
  type: 'VisitPlanned',
  data: { ...about, on: visitDay, plannedAt },
};
export const selfCheckPlanned: Of<'VisitPlanned'> = {
  type: 'VisitPlanned',
  data: { visitId, unit: leadUnit, kind: 'self-check', roundId, ...roundChecklist, on: visitDay, plannedAt },
};
export const inspectorsNamed: Of<'InspectorsNamed'> = {
  type: 'InspectorsNamed',
  data: { ...nameInspectors, checks: [check] },
};
export const visitMoved: Of<'VisitMoved'> = { type: 'VisitMoved', data: { ...moveVisit, from: visitDay } };
export const visitCancelled: Of<'VisitCancelled'> = { type: 'VisitCancelled', data: cancelVisit };
export const visitMissed: Of<'VisitMissed'> = { type: 'VisitMissed', data: { ...missVisit, on: visitDay } };
export const recusalChecked: Of<'RecusalChecked'> = { type: 'RecusalChecked', data: { visitId, check } };
export const visitOpened: Of<'VisitOpened'> = {
  type: 'VisitOpened',
  data: { visitId, at: seenAt, on: visitDay, ...by },
};
const { itemId, answer, note, files } = answerItem;
export const itemAnswered = recorded([
  { entryId: answerItem.entryId, at: seenAt, item: { itemId, answer, note, files, result: 'fails' } },
]);
export const meetingNoted = recorded([
  { entryId: personMet.entryId, at: seenAt, met: { name: personMet.name, capacity: personMet.capacity } },
]);
const results = ['left-out', 'fails', 'passes', 'noted'] as const;
export const batchRecorded = recorded(
  submitBatch.entries.map(({ item, ...one }, index) => ({
    ...one,
    item: { ...item, result: results[index] ?? 'noted' },
  })),
);
export const visitSigned: Of<'VisitSigned'> = { type: 'VisitSigned', data: { visitId, ...by } };
export const visitSubmitted: Of<'VisitSubmitted'> = {
  type: 'VisitSubmitted',
  data: {
    ...about,
    seenOn: visitDay,
    inspectors: [inspector.person],
    signedBy: inspector.person,
    results: { passes: 1, fails: 2, 'does-not-apply': 0, noted: 1, 'left-out': 1 },
    failed: [
      { itemId: minutesKept.itemId, entryId: entryIdOf(1), text: minutesKept.text, mustFind: true },
      { itemId: hoursStudied.itemId, entryId: entryIdOf(3), text: hoursStudied.text, mustFind: true },
    ],
  },
};
export const visitReopened: Of<'VisitReopened'> = {
  type: 'VisitReopened',
  data: { ...about, entryId: reopeningId, reason: reopenVisit.reason },
};

// Total: an event without an example does not compile.
export const visitExamples: { readonly [E in VisitEvent as E['type']]: E } = {
  VisitPlanned: visitPlanned,
  InspectorsNamed: inspectorsNamed,
  VisitMoved: visitMoved,
  VisitCancelled: visitCancelled,
  VisitMissed: visitMissed,
  RecusalChecked: recusalChecked,
  VisitOpened: visitOpened,
  EntriesRecorded: itemAnswered,
  VisitSigned: visitSigned,
  VisitSubmitted: visitSubmitted,
  VisitReopened: visitReopened,
};
