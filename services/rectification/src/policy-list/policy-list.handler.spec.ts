import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from '@jest/globals';
import { envelope, officer, today, tomorrow } from '@redress/contracts/rectification/people.examples';
import { adopt, figures, otherPolicyId } from '@redress/contracts/rectification/policy.examples';
import type { Day, Instant, MessageId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { project } from '@redress/read-models/project';
import { AdoptPolicyHandler } from '../adopt-policy/adopt-policy.handler.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { Policies } from '../policy/policies.js';
import { policyList } from './policy-list.js';
import { PolicyListHandler } from './policy-list.handler.js';

// Late in the evening of 20 March in UTC, the next day where the organisation is.
const clock = new StoppedClock('2026-03-20T17:00:00.000Z' as Instant);
let store: InMemoryEventStore;
let models: InMemoryReadModels;
let adopting: AdoptPolicyHandler;
let reading: PolicyListHandler;
beforeEach(() => {
  store = new InMemoryEventStore(clock);
  models = new InMemoryReadModels();
  adopting = new AdoptPolicyHandler(store, clock);
  reading = new PolicyListHandler(models, new Policies(store), clock);
});
const order = () => ({ ...envelope, actor: officer, causationId: randomUUID() as string as MessageId });

it('reads the policy of a day, of today, and of a version', async () => {
  expect(await reading.read({})).toEqual({ ...DEFAULT_POLICY, revision: -1 });
  expect(await adopting.adopt(adopt, order())).toMatchObject({ revision: 0 });
  const { policyId: id, from, reason } = adopt;
  const policy = { ...figures, version: 'policy 1', adopted: { id, from, reason }, revision: 0 };
  expect(await reading.read({ on: today })).toEqual({ ...DEFAULT_POLICY, revision: 0 });
  expect(await reading.read({ on: tomorrow })).toEqual(policy);
  expect(await reading.read({})).toEqual(policy);
  expect(await reading.read({ version: 'policy 1' })).toEqual(policy);
  expect(await reading.read({ version: 'default 1', on: tomorrow })).toEqual({
    ...DEFAULT_POLICY,
    revision: 0,
  });
  expect(await reading.read({ version: 'policy 2' })).toEqual({ rejected: 'not-found' });
});

it('lists what was adopted, the latest day first unless another order is asked for', async () => {
  const later = { ...adopt, policyId: otherPolicyId, from: '2026-05-01' as Day, reason: 'More time' };
  await adopting.adopt(later, order());
  await adopting.adopt(adopt, order());
  const stopping = new AbortController();
  const keepingUp = project(store, models, policyList, stopping.signal);
  const atLeast = await store.last();
  expect(await reading.list({ atLeast })).toMatchObject({
    rows: [{ version: 'policy 1' }, { version: 'policy 2' }],
  });
  expect(await reading.list({ order: 'asc' })).toMatchObject({
    rows: [{ from: tomorrow }, { from: '2026-05-01' }],
  });
  expect(await reading.list({ text: 'less' })).toMatchObject({ rows: [{ reason: 'Less time' }] });
  const first = await reading.list({ limit: 1 });
  expect(first).toMatchObject({ rows: [{ version: 'policy 1' }], next: expect.any(String) });
  stopping.abort();
  await keepingUp;
});
