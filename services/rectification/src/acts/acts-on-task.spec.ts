import { expect, it } from '@jest/globals';
import { lifted, streamOf } from '@redress/contracts/event';
import type { Conflict } from '@redress/contracts/inspection/recusal';
import { relapsed, reviewAnswered } from '@redress/contracts/rectification/aftermath.examples';
import {
  envelope,
  inspector,
  leadUnit,
  officer,
  strangeUnit,
  supportingUnit,
  today,
} from '@redress/contracts/rectification/people.examples';
import { unrecused } from '@redress/contracts/rectification/recusal.examples';
import {
  assigned,
  closed,
  reassigned,
  rejected,
  requested,
  taskId,
  verified,
} from '@redress/contracts/rectification/task.examples';
import { type TaskEvent, taskEvents } from '@redress/contracts/rectification/task.events';
import type { Day, Instant, OverrideId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { tasks } from '../task/task.js';
import { actsOnTask } from './acts-on-task.js';

const clock = new StoppedClock('2026-03-22T08:00:00.000Z' as Instant);
const dayOf = (at: Instant) => clock.dayOf(at);

const acts = async (...events: readonly TaskEvent[]) => {
  const store = new InMemoryEventStore(clock);
  await transact(store, tasks, taskId, { ...envelope, actor: inspector }, () => events);
  const history = await store.read(streamOf(taskEvents, taskId));
  return actsOnTask(
    history.map((event) => lifted(taskEvents, event)),
    dayOf,
  );
};
/** As before there was recusal. */
const unchecked = (event: TaskEvent): TaskEvent => {
  const said = Object.entries(event.data).filter(([field]) => field !== 'recusal');
  return { ...event, data: Object.fromEntries(said) } as TaskEvent;
};

it('are verifying, rejecting, looking back and answering a review', async () => {
  const found = await acts(assigned, requested, verified, closed, rejected, relapsed, reviewAnswered);
  expect(found.map(({ act, person }) => [act, person])).toEqual(
    ['verified', 'rejected', 'looked-back', 'reviewed'].map((act) => [act, inspector.person]),
  );
  expect(found[0]).toEqual({
    act: 'verified',
    person: inspector.person,
    on: today,
    at: envelope.happenedAt,
    recordedAt: clock.now(),
    times: 1,
    units: unrecused.units,
    caseId: envelope.correlationId,
    taskId,
    known: { conflicts: [], overrides: [] },
  });
});

it('from before anybody looked name the units that answered for the task then', async () => {
  const found = await acts(assigned, unchecked(rejected), reassigned, unchecked(verified));
  const { leadUnit: lead, supportingUnits } = reassigned.data;
  expect(found.map(({ on, units, known }) => [on, units, known])).toEqual([
    [today, [leadUnit, supportingUnit], undefined],
    [today, [lead, ...supportingUnits], undefined],
  ]);
});

it('say by which override somebody acted, and why it was given', async () => {
  const conflict: Conflict = {
    unit: leadUnit,
    kind: 'declared',
    through: leadUnit,
    from: '2020-01-01' as Day,
  };
  const overrideId = '0190a5c4-1111-7aaa-8aaa-000000000031' as OverrideId;
  const override = {
    overrideId,
    unit: leadUnit,
    from: today,
    until: today,
    reason: 'Nobody else',
    lifts: [{ kind: 'declared', through: leadUnit }],
  } as const;
  const other = { ...override, unit: strangeUnit, overrideId: officer.person as string as OverrideId };
  const recusal = {
    ...unrecused,
    on: '2026-03-21' as Day,
    units: [leadUnit],
    conflicts: [{ ...conflict, overriddenBy: overrideId }],
    facts: { ...unrecused.facts, overrides: [other, override] },
  };
  const found = await acts(assigned, { ...verified, data: { ...verified.data, recusal } });
  expect(found).toMatchObject([
    { on: '2026-03-21', units: [leadUnit], known: { conflicts: recusal.conflicts, overrides: [override] } },
  ]);
});
