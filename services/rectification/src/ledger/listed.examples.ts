import { randomUUIDv7 } from 'node:crypto';
import { yellowDrawn } from '@redress/contracts/rectification/escalation.examples';
import { envelope, strangeUnit, supportingUnit } from '@redress/contracts/rectification/people.examples';
import {
  about,
  accepted,
  assigned,
  closed,
  otherIssueId,
  planned,
  taskId,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day, Instant, IssueId, MessageId, TaskId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { tasks } from '../task/task.js';
import { ledger } from './ledger.js';
import { LedgerHandler } from './ledger.handler.js';

type Assigned = TaskEvent & { type: 'TaskAssigned' };

// A Wednesday: the deadline was on Tuesday of the same week.
const clock = new StoppedClock('2026-04-01T08:00:00.000Z' as Instant);
export const sunday = '2026-04-05' as Day;
export const monday = '2026-04-06' as Day;

const stairs = having<Assigned>(assigned, {
  taskId: '0190a5c4-1111-7aaa-8aaa-000000000021' as TaskId,
  issues: [otherIssueId],
  leadUnit: strangeUnit,
  supportingUnits: [supportingUnit],
  deadline: sunday,
  about: { problem: '三号楼的楼梯坏了。', topics: ['safety', 'housing'], severity: 'serious', channels: [] },
});
const yard = having<Assigned>(assigned, {
  taskId: '0190a5c4-1111-7aaa-8aaa-000000000041' as TaskId,
  issues: ['0190a5c4-1111-7aaa-8aaa-000000000042' as IssueId],
  leadUnit: strangeUnit,
  supportingUnits: [],
  deadline: monday,
  taskType: 'immediate',
  about: { ...about, topics: ['yard'], severity: 'minor' },
});
const done = having(closed, { taskId: yard.data.taskId, issues: yard.data.issues });
export const [leak, steps, light] = [taskId, stairs.data.taskId, yard.data.taskId];

/** Assigned on 20 March, the yard just before the day ends where the organisation is, and closed on 2 April. */
const histories: readonly (readonly [Instant, TaskEvent])[] = [
  ['2026-03-20T08:00:00.000Z' as Instant, assigned],
  ['2026-03-20T08:00:00.000Z' as Instant, accepted],
  ['2026-03-20T08:00:00.000Z' as Instant, planned],
  ['2026-04-01T00:00:00.000Z' as Instant, yellowDrawn],
  ['2026-03-20T16:00:00.000Z' as Instant, stairs],
  ['2026-03-20T15:59:59.999Z' as Instant, yard],
  ['2026-04-01T16:00:00.000Z' as Instant, done],
];

/** A ledger with those three tasks. */
export const threeTasks = async (): Promise<LedgerHandler> => {
  const store = new InMemoryEventStore(clock);
  const models = new InMemoryReadModels();
  for (const [happenedAt, event] of histories) {
    const causationId = randomUUIDv7() as MessageId;
    await transact(store, tasks, event.data.taskId, { ...envelope, causationId, happenedAt }, () => [event]);
  }
  await rebuild(store, models, ledger, new AbortController().signal);
  return new LedgerHandler(models, clock);
};
