import { beforeEach, expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import { lookBackOn, relapsed } from '@redress/contracts/rectification/aftermath.examples';
import type { ReadLookBacks } from '@redress/contracts/rectification/look-back';
import {
  envelope,
  inspector,
  lead,
  leadUnit,
  officer,
  operator,
  strangeUnit,
  stranger,
} from '@redress/contracts/rectification/people.examples';
import { assigned, closed, reopened } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day, Instant, TaskId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { ledger } from '../ledger/ledger.js';
import { tasks } from '../task/task.js';
import { LookBackDeskHandler } from './look-back-desk.handler.js';

const task = (digit: number): TaskId => `0190a5c4-1111-7aaa-8aaa-00000000009${String(digit)}` as TaskId;
const [ours, theirs, openOne, doneOne, reopenedOne] = [1, 2, 3, 4, 5].map(task) as [
  TaskId,
  TaskId,
  TaskId,
  TaskId,
  TaskId,
];
const dayBefore = '2026-06-19' as Day;

const of = (taskId: TaskId, event: TaskEvent, change: object = {}): TaskEvent =>
  ({ ...event, data: { ...event.data, taskId, ...change } }) as TaskEvent;
const elsewhere = { leadUnit: strangeUnit, supportingUnits: [] };
const earlier = { lookBack: { ...closed.data.lookBack, on: dayBefore } };

let handler: LookBackDeskHandler;

beforeEach(async () => {
  // At nine in the morning of the day on which ours is due, where the organisation is.
  const clock = new StoppedClock(`${lookBackOn}T01:00:00.000Z` as Instant);
  const store = new InMemoryEventStore(clock);
  const models = new InMemoryReadModels();
  handler = new LookBackDeskHandler(models, clock);
  const histories: readonly [TaskId, ...TaskEvent[]][] = [
    [ours, of(ours, assigned), of(ours, closed)],
    [theirs, of(theirs, assigned, elsewhere), of(theirs, closed, earlier)],
    [openOne, of(openOne, assigned)],
    [doneOne, of(doneOne, assigned), of(doneOne, closed), of(doneOne, relapsed)],
    [reopenedOne, of(reopenedOne, assigned), of(reopenedOne, closed), of(reopenedOne, reopened)],
  ];
  for (const [id, ...events] of histories) await transact(store, tasks, id, envelope, () => events);
  await rebuild(store, models, ledger, new AbortController().signal);
});

const listed = async (query: ReadLookBacks, actor: Actor): Promise<readonly TaskId[] | string> => {
  const answer = await handler.readLookBacks(query, actor);
  return 'rejected' in answer ? answer.rejected : answer.rows.map(({ id }) => id);
};

it.each<[ReadLookBacks, readonly TaskId[]]>([
  [{}, [theirs, ours]],
  [{ due: lookBackOn }, [theirs, ours]],
  [{ due: dayBefore }, [theirs]],
  [{ due: '2026-06-18' as Day }, []],
  [{ leadUnit }, [ours]],
  [{ order: 'desc' }, [ours, theirs]],
  [{ limit: 1 }, [theirs]],
])('finds the closed tasks at which somebody has to look: %j', async (query, found) => {
  expect(await listed(query, inspector)).toEqual(found);
});

it('comes in pages', async () => {
  const first = await handler.readLookBacks({ limit: 1 }, inspector);
  const cursor = 'next' in first ? first.next : undefined;
  expect(cursor).toBeDefined();
  expect(await listed({ ...(cursor && { cursor }) }, inspector)).toEqual([ours]);
});

it('shows a unit its own, those who see everything all, and others none', async () => {
  expect(await listed({}, lead)).toEqual([ours]);
  expect(await listed({}, stranger)).toEqual([theirs]);
  expect(await listed({}, officer)).toEqual([theirs, ours]);
  expect(await listed({}, operator)).toBe('not-found');
});
