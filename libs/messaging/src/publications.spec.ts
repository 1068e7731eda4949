import { expect, it } from '@jest/globals';
import type { CaseId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { START } from '@redress/contracts/values';
import { flightsOf } from './publications.js';
import { append, caseA, caseB, numberIn, upTo } from './recorded.examples.js';

/** The numbers in each flight of events whose cases are named in this order. */
const flights = async (cases: readonly CaseId[], areServersMany: boolean) => {
  const store = new InMemoryEventStore(new Clock());
  for (const [index, of] of cases.entries()) await append(store, [index + 1], of);
  const { events } = await store.readAll(START, [''], cases.length);
  return [...flightsOf('tally', events, areServersMany)].map((flight) =>
    flight.map(({ text }) => numberIn(JSON.parse(text) as { data: object } as never)),
  );
};

it('sends together what one server takes in the order in which it comes', async () => {
  expect(await flights([caseA, caseA, caseB, caseA], false)).toEqual([[1, 2, 3, 4]]);
});

it('has no two events of a case on their way at once where servers take over from each other', async () => {
  expect(await flights([caseA, caseB, caseA, caseA, caseB], true)).toEqual([[1, 2], [3], [4, 5]]);
});

it('sends no more at once than may be lost at once', async () => {
  const many = await flights(
    upTo(300).map(() => caseA),
    false,
  );
  expect(many.map(({ length }) => length)).toEqual([256, 44]);
});
