import { expect, it } from '@jest/globals';
import {
  envelope,
  inspector,
  leadUnit,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import { examples, rejectIt, taskId, verify } from '@redress/contracts/rectification/task.examples';
import type { Instant, MessageId, UnitId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { standingsOf } from '../membership/standings.examples.js';
import { tasks } from '../task/task.js';
import { VerifyCloseOutHandler } from './verify-close-out.handler.js';

const clock = new StoppedClock('2026-04-02T08:00:00.000Z' as Instant);
const verifying = {
  ...envelope,
  actor: inspector,
  causationId: '0190a5c4-1111-7aaa-8aaa-000000000071' as MessageId,
};

const handlerFor = async (...units: UnitId[]): Promise<VerifyCloseOutHandler> => {
  const store = new InMemoryEventStore(clock);
  const { TaskAssigned, TaskAccepted, MeasuresPlanned, EvidenceAttached, CloseOutRequested } = examples;
  const requested = [TaskAssigned, TaskAccepted, MeasuresPlanned, EvidenceAttached, CloseOutRequested];
  await transact(store, tasks, taskId, envelope, () => requested);
  return new VerifyCloseOutHandler(store, clock, standingsOf(store, clock, { [inspector.person]: units }));
};

it('asks the directory to which units the verifier belongs besides', async () => {
  for (const unit of [leadUnit, supportingUnit]) {
    const handler = await handlerFor(inspector.unit, unit);
    const refused = { rejected: 'verifier-of-a-responsible-unit' };
    expect(await handler.verify(verify, verifying)).toEqual(refused);
    expect(await handler.reject(rejectIt, verifying)).toEqual(refused);
  }
  const handler = await handlerFor(inspector.unit);
  expect(await handler.verify(verify, verifying)).toMatchObject({ revision: 5 });
});
