import { expect, it } from '@jest/globals';
import { publish, skip } from '@redress/contracts/rectification/aftermath.examples';
import { envelope, leadUnit, officer } from '@redress/contracts/rectification/people.examples';
import { taskId } from '@redress/contracts/rectification/task.examples';
import { streamOf } from '@redress/contracts/event';
import type { Instant, MessageId, TaskId } from '@redress/contracts/values';
import { ServiceUnavailable } from '@redress/edge/services';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { unitNamesOf } from '../membership/unit-names.examples.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { policiesOf } from '../policy/policies.examples.js';
import { toVerification } from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { PublicNoticeHandler } from './public-notice.handler.js';

const clock = new StoppedClock('2022-11-01T08:00:00.000Z' as Instant);
const at = (happenedAt: string) => ({
  ...envelope,
  actor: officer,
  causationId: '0190a5c4-1111-7aaa-8aaa-000000000071' as MessageId,
  happenedAt: happenedAt as Instant,
});

const begin = async (names = { [leadUnit]: 'Logistics' }, policies = policiesOf()) => {
  const store = new InMemoryEventStore(clock);
  await transact(store, tasks, taskId, envelope, () => [...toVerification]);
  const handler = new PublicNoticeHandler(store, clock, policies, unitNamesOf(names));
  const last = async () => (await store.read(streamOf(tasks, taskId))).at(-1);
  return { handler, last };
};

it.each([
  ['2022-09-29T16:00:00.000Z', '2022-09-30', '2022-10-12'],
  ['2022-09-29T15:59:59.999Z', '2022-09-29', '2022-10-11'],
  ['2022-10-08T04:00:00.000Z', '2022-10-08', '2022-10-13'],
])('published at %s, it is shown from %s for five working days, until %s', async (moment, from, to) => {
  const { handler, last } = await begin();
  expect(await handler.publish(publish, at(moment))).toMatchObject({ revision: 7 });
  const term = { from, workingDays: 5, to, calendar: expect.any(String), policy: 'default 1' };
  expect(await last()).toMatchObject({ type: 'NoticePublished', data: { unitName: 'Logistics', term } });
});

it('counts by the policy of the day, and skips on its grounds', async () => {
  const notice = { workingDays: 2, skipGrounds: [skip.ground] };
  const policies = policiesOf({ policy: { ...DEFAULT_POLICY, version: 'own 2', notice } });
  const shown = await begin(undefined, policies);
  await shown.handler.publish(publish, at('2022-11-01T04:00:00.000Z'));
  expect(await shown.last()).toMatchObject({ data: { term: { to: '2022-11-03', policy: 'own 2' } } });

  const { handler, last } = await begin(undefined, policies);
  expect(await handler.skip(skip, at('2022-11-01T04:00:00.000Z'))).toMatchObject({ revision: 7 });
  expect(await last()).toMatchObject({ type: 'NoticeSkipped', data: { ...skip, policy: 'own 2' } });
  const secret = { ...skip, ground: 'secrecy' };
  const another = await begin(undefined, policies);
  expect(await another.handler.skip(secret, at('2022-11-01T04:00:00.000Z'))).toEqual({
    rejected: 'no-such-skip-ground',
  });
});

it('shows nothing before it knows what the unit is called', async () => {
  const { handler, last } = await begin({});
  await expect(handler.publish(publish, at('2022-11-01T04:00:00.000Z'))).rejects.toThrow(ServiceUnavailable);
  expect(await last()).toMatchObject({ type: 'CloseOutVerified' });
});

it('asks nobody for the unit of a task that was never assigned', async () => {
  const { handler } = await begin({});
  const unknown = { ...publish, taskId: '0190a5c4-1111-7aaa-8aaa-000000000099' as TaskId };
  expect(await handler.publish(unknown, at('2022-11-01T04:00:00.000Z'))).toEqual({
    rejected: 'no-such-task',
  });
});
