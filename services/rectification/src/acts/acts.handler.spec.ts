import { beforeAll, expect, it } from '@jest/globals';
import {
  envelope,
  inspector,
  leadUnit,
  officer,
  strangeUnit,
} from '@redress/contracts/rectification/people.examples';
import { assigned, rejected, verified } from '@redress/contracts/rectification/task.examples';
import type { FindActs } from '@redress/contracts/rectification/find-acts';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { CaseId, Instant, TaskId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { ledger } from '../ledger/ledger.js';
import { tasks } from '../task/task.js';
import { ActsHandler } from './acts.handler.js';

const clock = new StoppedClock('2026-03-22T08:00:00.000Z' as Instant);
const store = new InMemoryEventStore(clock);
const models = new InMemoryReadModels();
const handler = new ActsHandler(store, models, clock);
const system = { role: 'system' } as const;
const task = (digit: number) => `0190a5c4-1111-7aaa-8aaa-00000000009${String(digit)}` as TaskId;
const otherCase = '0190a5c4-1111-7aaa-8aaa-000000000096' as CaseId;

beforeAll(async () => {
  const judged = async (taskId: TaskId, correlationId: CaseId, judgement: TaskEvent) => {
    const owed = { ...assigned, data: { ...assigned.data, taskId, leadUnit: strangeUnit } };
    const events = [owed, { ...judgement, data: { ...judgement.data, taskId } } as TaskEvent];
    await transact(store, tasks, taskId, { ...envelope, correlationId, actor: inspector }, () => events);
  };
  await judged(task(1), envelope.correlationId, verified);
  await judged(task(2), otherCase, rejected);
  await judged(task(3), otherCase, verified);
  await rebuild(store, models, ledger, new AbortController().signal);
});

it.each<[FindActs, readonly (readonly [TaskId, string])[]]>([
  [{ tasks: [task(1)] }, [[task(1), 'verified']]],
  [{ tasks: [task(9)] }, []],
  [
    { caseId: otherCase },
    [
      [task(2), 'rejected'],
      [task(3), 'verified'],
    ],
  ],
  [
    { caseId: otherCase, tasks: [task(2), task(1)] },
    [
      [task(1), 'verified'],
      [task(2), 'rejected'],
      [task(3), 'verified'],
    ],
  ],
  [{}, []],
])('finds who judged: %j', async (query, found) => {
  const answer = await handler.find(query, system);
  if ('rejected' in answer) throw new Error(answer.rejected);
  const shown = answer.acts.map(({ taskId, act }) => [taskId, act]);
  expect(shown.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))).toEqual(found);
});

it('tells services alone, and nobody as long as the ledger is behind', async () => {
  expect(await handler.find({ tasks: [task(1)] }, { ...officer, unit: leadUnit })).toEqual({
    rejected: 'not-found',
  });
  const behind = new ActsHandler(store, new InMemoryReadModels(), clock);
  expect(await behind.find({ caseId: otherCase }, system)).toEqual({ rejected: 'not-yet' });
});
