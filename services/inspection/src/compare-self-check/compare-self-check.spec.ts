import { expect, it } from '@jest/globals';
import type { VisitEntry } from '@redress/contracts/inspection/fill-in-visit';
import { seenAt, visitId, visitOpened, visitPlanned } from '@redress/contracts/inspection/visit.examples';
import type { ItemResult } from '@redress/contracts/inspection/visit-words';
import type { EntryId, ItemId, VisitId } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { type KnownVisit, type Visit, visits } from '../visit/visit.js';
import { compared } from './compare-self-check.js';

type Given = readonly [string, NonNullable<VisitEntry['item']>['answer'], ItemResult];

const visitWith = (id: VisitId, ...given: readonly Given[]): KnownVisit => {
  const entries = given.map(([itemId, answer, result], n) => ({
    entryId: `0190a5c4-6666-7aaa-8aaa-00000000030${String(n)}` as EntryId,
    at: seenAt,
    item: { itemId: itemId as ItemId, answer, result },
  }));
  const recorded = { type: 'EntriesRecorded', data: { visitId: id, entries } } as const;
  const events = [having(visitPlanned, { visitId: id }), visitOpened, recorded];
  return events.reduce<Visit>(visits.evolve, visits.initial) as KnownVisit;
};

it('tells item by item, in the order of the checklist, what differs', () => {
  const own = '0190a5c4-6666-7aaa-8aaa-000000000075' as VisitId;
  const selfCheck = visitWith(
    own,
    ['minutes', { judgement: 'passes' }, 'passes'],
    ['hours', { number: 52 }, 'passes'],
    ['who-leads', { choice: 'head' }, 'passes'],
    ['what-else', { text: 'Nothing' }, 'noted'],
  );
  const inspection = visitWith(
    visitId,
    ['minutes', { judgement: 'passes' }, 'passes'],
    ['hours', { number: 41 }, 'passes'],
    ['who-leads', { choice: 'deputy' }, 'passes'],
    ['what-else', { text: 'Dust' }, 'noted'],
    ['register', { leftOut: 'Locked' }, 'left-out'],
  );
  const items = ['minutes', 'register', 'hours', 'who-leads', 'what-else', 'unanswered'] as ItemId[];
  expect(compared(items, selfCheck, inspection)).toEqual({
    selfCheckVisit: own,
    inspectionVisit: visitId,
    different: 3,
    items: [
      { itemId: 'minutes', selfCheck: 'passes', inspection: 'passes', differs: false },
      { itemId: 'register', inspection: 'left-out', differs: true },
      {
        itemId: 'hours',
        selfCheck: 'passes',
        inspection: 'passes',
        selfNumber: 52,
        inspectedNumber: 41,
        differs: true,
      },
      { itemId: 'who-leads', selfCheck: 'passes', inspection: 'passes', differs: true },
      { itemId: 'what-else', selfCheck: 'noted', inspection: 'noted', differs: false },
      { itemId: 'unanswered', differs: false },
    ],
  });
});
