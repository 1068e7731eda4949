import { beforeEach, expect, it } from '@jest/globals';
import {
  envelope,
  inspector,
  leadUnit,
  strangeUnit,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import { assigned, taskId } from '@redress/contracts/rectification/task.examples';
import type { Instant, PersonId, TaskId, UnitId } from '@redress/contracts/values';
import { ServiceUnavailable } from '@redress/edge/services';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { tasks } from '../task/task.js';
import { standingsOf } from './standings.examples.js';

// Late in the evening of 20 March in UTC, the next day where the organisation is.
const judging = { ...envelope, actor: inspector, happenedAt: '2026-03-20T17:00:00.000Z' as Instant };
const clock = new StoppedClock('2026-04-02T08:00:00.000Z' as Instant);
const { person } = inspector;
let store: InMemoryEventStore;

beforeEach(async () => {
  store = new InMemoryEventStore(clock);
  await transact(store, tasks, taskId, envelope, () => [assigned]);
});

it('asks where the person belongs, and whether the units of the task are theirs to judge, on the day of the act', async () => {
  const standings = standingsOf(store, clock, { [person]: [strangeUnit] }, { [person]: [supportingUnit] });
  expect(await standings.of(judging, taskId)).toMatchObject({
    units: [strangeUnit],
    recusal: {
      person,
      on: '2026-03-21',
      units: [leadUnit, supportingUnit],
      conflicts: [{ unit: supportingUnit }],
    },
  });
});

it('asks nobody about somebody without a name, or a task that there is not', async () => {
  const standings = standingsOf(store, clock, {}, 'silent');
  const nothing = { units: [], recusal: undefined };
  expect(await standings.of({ ...judging, actor: { role: 'inspection' } }, taskId)).toEqual(nothing);
  const nowhere = '0190a5c4-1111-7aaa-8aaa-000000000099' as TaskId;
  expect(await standings.of(judging, nowhere)).toEqual(nothing);
});

it('says nothing while inspection does not', async () => {
  await expect(standingsOf(store, clock, {}, 'silent').of(judging, taskId)).rejects.toThrow(
    ServiceUnavailable,
  );
});

it('looks at whom a deputy acts for as well: what speaks against either speaks against the act', async () => {
  const principal = '0190a5c4-1111-7aaa-8aaa-000000000077' as PersonId;
  const deputising = { ...judging, actor: { ...inspector, onBehalfOf: principal } };
  const belongings = { [person]: [strangeUnit], [principal]: [leadUnit] };
  const recusalOf = async (left: Readonly<Partial<Record<PersonId, readonly UnitId[]>>>) =>
    standingsOf(store, clock, belongings, left).of(deputising, taskId);
  expect(await recusalOf({ [principal]: [supportingUnit] })).toMatchObject({
    units: [strangeUnit, leadUnit],
    recusal: { person: principal, conflicts: [{ unit: supportingUnit }] },
  });
  expect(await recusalOf({ [person]: [leadUnit] })).toMatchObject({
    recusal: { person, conflicts: [{ unit: leadUnit }] },
  });
  expect(await recusalOf({})).toMatchObject({ recusal: { person, conflicts: [] } });
});
