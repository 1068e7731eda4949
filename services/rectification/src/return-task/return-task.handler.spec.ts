import { expect, it } from '@jest/globals';
import { streamOf } from '@redress/contracts/event';
import { envelope, officer, strangeUnit } from '@redress/contracts/rectification/people.examples';
import { assigned, giveBack, reassign, taskId } from '@redress/contracts/rectification/task.examples';
import type { Instant, MessageId, UnitId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { membershipsOf } from '../membership/memberships.examples.js';
import { policiesOf } from '../policy/policies.examples.js';
import { tasks } from '../task/task.js';
import { ReturnTaskHandler } from './return-task.handler.js';

const clock = new StoppedClock('2026-04-02T08:00:00.000Z' as Instant);
const cause = (digit: number): MessageId =>
  `0190a5c4-2222-7aaa-8aaa-00000000000${String(digit)}` as MessageId;
const returning = { ...envelope, causationId: cause(1) };
const assigning = { ...envelope, actor: officer, causationId: cause(2) };

const begin = async (
  ...missing: UnitId[]
): Promise<{ store: InMemoryEventStore; handler: ReturnTaskHandler }> => {
  const store = new InMemoryEventStore(clock);
  await transact(store, tasks, taskId, envelope, () => [assigned]);
  return { store, handler: new ReturnTaskHandler(store, clock, membershipsOf({}, missing), policiesOf()) };
};

it('a task comes back and goes out again, with a term that counts from that day over the holiday', async () => {
  const { store, handler } = await begin();
  expect(await handler.giveBack(giveBack, returning)).toMatchObject({ revision: 1 });
  const afterMidnight = { ...assigning, happenedAt: '2026-03-31T16:00:00.000Z' as Instant };
  expect(await handler.reassign(reassign, afterMidnight)).toMatchObject({ revision: 2 });
  const recorded = await store.read(streamOf(tasks, taskId));
  // 清明节, from Saturday 4 to Monday 6 April 2026.
  expect(recorded.at(-1)?.data).toMatchObject({
    leadUnit: strangeUnit,
    returnBy: { from: '2026-04-01', workingDays: 5, to: '2026-04-09' },
  });
});

it('judges by the day on which it came back, where the organisation is', async () => {
  const { handler } = await begin();
  const afterMidnight = { ...returning, happenedAt: '2026-03-27T16:00:00.000Z' as Instant };
  expect(await handler.giveBack(giveBack, afterMidnight)).toEqual({ rejected: 'return-is-too-late' });
  const before = { ...returning, happenedAt: '2026-03-27T15:59:59.999Z' as Instant };
  expect(await handler.giveBack(giveBack, before)).toMatchObject({ revision: 1 });
});

it('asks the directory for each unit', async () => {
  for (const unit of [reassign.leadUnit, ...reassign.supportingUnits]) {
    const { handler } = await begin(unit);
    await handler.giveBack(giveBack, returning);
    expect(await handler.reassign(reassign, assigning)).toEqual({ rejected: 'no-such-unit' });
  }
});
