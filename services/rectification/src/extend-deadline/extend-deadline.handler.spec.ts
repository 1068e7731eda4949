import { expect, it } from '@jest/globals';
import { streamOf } from '@redress/contracts/event';
import { envelope, officer } from '@redress/contracts/rectification/people.examples';
import { askForTime, grant, refuse } from '@redress/contracts/rectification/more-time.examples';
import { assigned, taskId } from '@redress/contracts/rectification/task.examples';
import type { ExtensionId, Instant, MessageId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { policiesOf } from '../policy/policies.examples.js';
import { tasks } from '../task/task.js';
import { ExtendDeadlineHandler } from './extend-deadline.handler.js';

const clock = new StoppedClock('2026-04-02T08:00:00.000Z' as Instant);
const cause = (digit: number): MessageId =>
  `0190a5c4-2222-7aaa-8aaa-00000000000${String(digit)}` as MessageId;
const asking = { ...envelope, causationId: cause(1) };
const answering = { ...envelope, actor: officer, causationId: cause(2) };

const begin = async (): Promise<{ store: InMemoryEventStore; handler: ExtendDeadlineHandler }> => {
  const store = new InMemoryEventStore(clock);
  await transact(store, tasks, taskId, envelope, () => [assigned]);
  return { store, handler: new ExtendDeadlineHandler(store, clock, policiesOf()) };
};

it('appends what was decided, once, however often it is told', async () => {
  const { store, handler } = await begin();
  const first = await handler.request(askForTime, asking);
  expect(first).toMatchObject({ revision: 1 });
  expect(await handler.request(askForTime, asking)).toEqual(first);
  expect(await handler.grant(grant, answering)).toMatchObject({ revision: 2 });

  const extensionId = '0190a5c4-1111-7aaa-8aaa-000000000052' as ExtensionId;
  const again = { ...askForTime, extensionId, until: '2026-04-16' as typeof askForTime.until };
  await handler.request(again, { ...asking, causationId: cause(3) });
  const refusal = { ...refuse, extensionId };
  expect(await handler.refuse(refusal, { ...answering, causationId: cause(4) })).toMatchObject({
    revision: 4,
  });
  const types = (await store.read(streamOf(tasks, taskId))).map(({ type }) => type);
  expect(types).toEqual([
    'TaskAssigned',
    'ExtensionRequested',
    'ExtensionGranted',
    'ExtensionRequested',
    'ExtensionRefused',
  ]);
});

it('judges by the day on which it was asked, where the organisation is', async () => {
  const { handler } = await begin();
  const afterMidnight = { ...asking, happenedAt: '2026-03-31T16:00:00.000Z' as Instant };
  expect(await handler.request(askForTime, afterMidnight)).toEqual({ rejected: 'deadline-has-passed' });
  const before = { ...asking, happenedAt: '2026-03-31T15:59:59.999Z' as Instant };
  expect(await handler.request(askForTime, before)).toMatchObject({ revision: 1 });
});
