import { expect, it } from '@jest/globals';
import { streamOf } from '@redress/contracts/event';
import {
  approveTalk,
  holdTalk,
  proposeCircular,
  proposeTalk,
  redDrawn,
  refuseTalk,
} from '@redress/contracts/rectification/escalation.examples';
import { envelope, leadingGroup, officer } from '@redress/contracts/rectification/people.examples';
import { assigned, taskId } from '@redress/contracts/rectification/task.examples';
import type { Actor, Envelope } from '@redress/contracts/envelope';
import type { Instant, MessageId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { policiesOf } from '../policy/policies.examples.js';
import { tasks } from '../task/task.js';
import { EscalateTaskHandler } from './escalate-task.handler.js';

const clock = new StoppedClock('2026-04-14T08:00:00.000Z' as Instant);
let causes = 0;
const by = (actor: Actor, happenedAt = '2026-04-13T08:00:00.000Z'): Envelope => {
  causes += 1;
  const causationId = `cause ${String(causes)}` as MessageId;
  return { ...envelope, actor, causationId, happenedAt: happenedAt as Instant };
};

const begin = async (policies = policiesOf()) => {
  const store = new InMemoryEventStore(clock);
  await transact(store, tasks, taskId, envelope, () => [assigned, redDrawn]);
  return { store, handler: new EscalateTaskHandler(store, clock, policies) };
};

it('appends what was decided, step by step, each once', async () => {
  const { store, handler } = await begin();
  const first = by(officer);
  const proposed = await handler.propose(proposeTalk, first);
  expect(proposed).toMatchObject({ revision: 2 });
  expect(await handler.propose(proposeTalk, first)).toEqual(proposed);
  expect(await handler.approve(approveTalk, by(officer))).toEqual({ rejected: 'not-the-approver' });
  expect(await handler.approve(approveTalk, by(leadingGroup))).toMatchObject({ revision: 3 });
  expect(await handler.carryOut(holdTalk, by(officer))).toMatchObject({ revision: 4 });
  expect(await handler.propose(proposeCircular, by(officer))).toMatchObject({ revision: 5 });
  const refusal = { ...refuseTalk, entryId: proposeCircular.entryId };
  expect(await handler.refuse(refusal, by(leadingGroup))).toMatchObject({ revision: 6 });
  const types = (await store.read(streamOf(tasks, taskId))).map(({ type }) => type);
  expect(types.slice(2)).toEqual([
    'EscalationProposed',
    'EscalationApproved',
    'EscalationCarriedOut',
    'EscalationProposed',
    'EscalationRefused',
  ]);
});

it('judges by the policy and the day on which it happened, where the organisation is', async () => {
  const policy = {
    ...DEFAULT_POLICY,
    version: 'trusting',
    approvals: { ...DEFAULT_POLICY.approvals, formalTalk: 'office' },
  } as const;
  const { handler } = await begin(policiesOf({ policy }));
  await handler.propose(proposeTalk, by({ ...officer, person: leadingGroup.person }));
  expect(await handler.approve(approveTalk, by(officer))).toHaveProperty('revision');
  const beforeMidnight = by(officer, '2026-04-12T15:59:59.999Z');
  expect(await handler.carryOut(holdTalk, beforeMidnight)).toEqual({ rejected: 'carried-out-in-the-future' });
  const afterMidnight = by(officer, '2026-04-12T16:00:00.000Z');
  expect(await handler.carryOut(holdTalk, afterMidnight)).toHaveProperty('revision');
});
