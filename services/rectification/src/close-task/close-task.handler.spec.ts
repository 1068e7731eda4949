import { expect, it } from '@jest/globals';
import { noticePublished } from '@redress/contracts/rectification/aftermath.examples';
import { envelope, officer } from '@redress/contracts/rectification/people.examples';
import { close, taskId } from '@redress/contracts/rectification/task.examples';
import { streamOf } from '@redress/contracts/event';
import type { Day, Instant, MessageId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { policiesOf } from '../policy/policies.examples.js';
import { toVerification } from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { CloseTaskHandler } from './close-task.handler.js';

const clock = new StoppedClock('2022-11-01T08:00:00.000Z' as Instant);
const causationId = '0190a5c4-1111-7aaa-8aaa-000000000071' as MessageId;
const overNationalDay = having(noticePublished, {
  term: { ...noticePublished.data.term, from: '2022-09-30' as Day, to: '2022-10-12' as Day },
});

it('closes as soon as the last day of the notice is over where the organisation is, and looks back by the policy of that day', async () => {
  const store = new InMemoryEventStore(clock);
  await transact(store, tasks, taskId, envelope, () => [...toVerification, overNationalDay]);
  const lookBack = { afterMonths: 6 };
  const policies = policiesOf({ policy: { ...DEFAULT_POLICY, version: 'own 2', lookBack } });
  const handler = new CloseTaskHandler(store, clock, policies);
  const at = (happenedAt: string) => ({
    ...envelope,
    actor: officer,
    causationId,
    happenedAt: happenedAt as Instant,
  });

  const onLastDay = await handler.close(close, at('2022-10-12T15:59:59.999Z'));
  expect(onLastDay).toEqual({ rejected: 'notice-not-over' });
  expect(await handler.close(close, at('2022-10-12T16:00:00.000Z'))).toMatchObject({ revision: 8 });
  const recorded = await store.read(streamOf(tasks, taskId));
  expect(recorded.at(-1)).toMatchObject({
    type: 'TaskClosed',
    data: { lookBack: { on: '2023-04-13', months: 6, policy: 'own 2' } },
  });
});
