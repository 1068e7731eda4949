import { expect, it } from '@jest/globals';
import { streamOf } from '@redress/contracts/event';
import type { Actor, Envelope } from '@redress/contracts/envelope';
import {
  envelope,
  inspector,
  lead,
  leadUnit,
  responsible,
} from '@redress/contracts/rectification/people.examples';
import {
  accepted,
  ask,
  assigned,
  attached,
  planned,
  reported,
  taskId,
  verify,
} from '@redress/contracts/rectification/task.examples';
import type { Instant, MessageId, PersonId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { membershipsOf } from '../membership/memberships.examples.js';
import { standingsOf } from '../membership/standings.examples.js';
import { RequestCloseOutHandler } from '../request-close-out/request-close-out.handler.js';
import { tasks } from '../task/task.js';
import { VerifyCloseOutHandler } from '../verify-close-out/verify-close-out.handler.js';
import { SignCloseOutHandler } from './sign-close-out.handler.js';

const clock = new StoppedClock('2026-04-02T08:00:00.000Z' as Instant);
let causes = 0;
const by = (actor: Actor): Envelope => {
  causes += 1;
  return { ...envelope, actor, causationId: `cause ${String(causes)}` as MessageId };
};

const begin = async (...heads: readonly PersonId[]) => {
  const store = new InMemoryEventStore(clock);
  const memberships = membershipsOf({}, [], { [leadUnit]: heads });
  await transact(store, tasks, taskId, envelope, () => [assigned, accepted, planned, reported, attached]);
  return {
    requesting: new RequestCloseOutHandler(store, clock, memberships),
    signing: new SignCloseOutHandler(store, clock, memberships),
    verifying: new VerifyCloseOutHandler(store, clock, standingsOf(store, clock)),
    last: async () => (await store.read(streamOf(tasks, taskId))).at(-1),
  };
};

it.each([
  ['given', [lead.person]],
  ['awaited', [responsible]],
  ['not-required', []],
] as const)('is %s by whom the directory knows as heads', async (signature, heads) => {
  const { requesting, last } = await begin(...heads);
  await requesting.request(ask, by(lead));
  expect(await last()).toMatchObject({ type: 'CloseOutRequested', data: { signature } });
});

it('is awaited before anybody verifies, and then given by the head', async () => {
  const { requesting, signing, verifying, last } = await begin(responsible);
  await requesting.request(ask, by(lead));
  expect(await verifying.verify(verify, by(inspector))).toEqual({ rejected: 'close-out-not-signed' });
  expect(await signing.sign(ask, by(lead))).toEqual({ rejected: 'not-a-head' });
  const signature = by({ ...lead, person: responsible });
  const signed = await signing.sign(ask, signature);
  expect(signed).toMatchObject({ revision: 6 });
  expect(await signing.sign(ask, signature)).toEqual(signed);
  expect(await last()).toMatchObject({ type: 'CloseOutSigned', data: { head: responsible } });
  expect(await verifying.verify(verify, by(inspector))).toMatchObject({ revision: 7 });
});

it('nobody signs for no unit', async () => {
  const { signing } = await begin(responsible);
  const nowhere = { role: 'unit', person: responsible } as const;
  expect(await signing.sign(ask, by(nowhere))).toEqual({ rejected: 'no-such-task' });
});
