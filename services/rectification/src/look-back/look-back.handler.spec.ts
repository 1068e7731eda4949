import { expect, it } from '@jest/globals';
import { lookBack, lookBackOn } from '@redress/contracts/rectification/aftermath.examples';
import {
  envelope,
  inspector,
  leadUnit,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import { assigned, closed, taskId } from '@redress/contracts/rectification/task.examples';
import type { Instant, MessageId, UnitId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { standingsOf } from '../membership/standings.examples.js';
import { tasks } from '../task/task.js';
import { LookBackHandler } from './look-back.handler.js';

const clock = new StoppedClock('2026-06-30T08:00:00.000Z' as Instant);
const causationId = '0190a5c4-1111-7aaa-8aaa-000000000071' as MessageId;
const looking = { ...envelope, actor: inspector, causationId };

const handlerFor = async (...units: UnitId[]): Promise<LookBackHandler> => {
  const store = new InMemoryEventStore(clock);
  await transact(store, tasks, taskId, envelope, () => [assigned, closed]);
  return new LookBackHandler(store, clock, standingsOf(store, clock, { [inspector.person]: units }));
};

it('judges by the day on which it happened, where the organisation is, and takes it once', async () => {
  const handler = await handlerFor(inspector.unit);
  expect(lookBackOn).toBe('2026-06-20');
  const before = { ...looking, happenedAt: '2026-06-19T15:59:59.999Z' as Instant };
  expect(await handler.record(lookBack, before)).toEqual({ rejected: 'seen-in-the-future' });
  const after = { ...looking, happenedAt: '2026-06-19T16:00:00.000Z' as Instant };
  const recorded = await handler.record(lookBack, after);
  expect(recorded).toMatchObject({ revision: 2 });
  expect(await handler.record(lookBack, after)).toEqual(recorded);
});

it('asks the directory to which units whoever looks belongs besides', async () => {
  const later = { ...looking, happenedAt: '2026-06-30T08:00:00.000Z' as Instant };
  for (const unit of [leadUnit, supportingUnit]) {
    const handler = await handlerFor(inspector.unit, unit);
    const refused = { rejected: 'verifier-of-a-responsible-unit' };
    expect(await handler.record(lookBack, later)).toEqual(refused);
  }
  const handler = await handlerFor(inspector.unit);
  const unnamed = { ...later, actor: { role: 'inspection', unit: inspector.unit } as const };
  expect(await handler.record(lookBack, unnamed)).toEqual({ rejected: 'verifier-is-unnamed' });
});
