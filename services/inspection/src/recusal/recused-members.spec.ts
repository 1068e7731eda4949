import { expect, it } from '@jest/globals';
import type { Instant, PersonId, UnitId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { directoryOf } from '../organisation/small-directory.examples.js';
import { day, library, lines, logistics, long, person, postIn } from './facts.examples.js';
import { RecusedMembers } from './recused-members.js';
import { Recusals } from './recusals.js';

const today = day('2026-03-20');
const other = '0190a5c4-7777-7aaa-8aaa-000000000002' as PersonId;
const many = Array.from({ length: 450 }, (_, index) => {
  const unit = `0190a5c4-7777-7aaa-8aaa-1${String(index).padStart(11, '0')}` as UnitId;
  return { unit, above: [], from: long };
});
const [first, last] = [many[0], many.at(-1)].map((line) => line?.unit) as [UnitId, UnitId];

const people = { [person]: [postIn(library)], [other]: [postIn(first), postIn(last)] };
const store = new InMemoryEventStore(new StoppedClock('2026-03-20T08:00:00.000Z' as Instant));
const recused = new RecusedMembers(new Recusals(store, directoryOf({ people, lines: [...lines, ...many] })));

it('names each person with the units that are not theirs to look at', async () => {
  expect(await recused.among([person, other], [logistics, library, first], today)).toEqual([
    { person, unit: library },
    { person: other, unit: first },
  ]);
});

it('looks at however many units', async () => {
  const units = many.map(({ unit }) => unit);
  expect(await recused.among([other], units, today)).toEqual([
    { person: other, unit: first },
    { person: other, unit: last },
  ]);
  expect(await recused.among([other], [], today)).toEqual([]);
});
