import { beforeEach, expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import type { ReadExtensions } from '@redress/contracts/rectification/extend-deadline';
import {
  dayAfterDeadline,
  envelope,
  inspector,
  lead,
  leadingGroup,
  leadUnit,
  officer,
  operator,
  strangeUnit,
  stranger,
  supporter,
} from '@redress/contracts/rectification/people.examples';
import { askForTime, granted, timeAsked } from '@redress/contracts/rectification/more-time.examples';
import { assigned, taskId } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { ExtensionId, Instant, TaskId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { tasks } from '../task/task.js';
import { extensionDesk } from './extension-desk.js';
import { ExtensionDeskHandler } from './extension-desk.handler.js';

const theirTask = '0190a5c4-1111-7aaa-8aaa-000000000021' as TaskId;
const theirs = having<TaskEvent & { type: 'ExtensionRequested' }>(timeAsked, {
  taskId: theirTask,
  extensionId: '0190a5c4-1111-7aaa-8aaa-000000000052' as ExtensionId,
  leadUnit: strangeUnit,
  title: '修缮三号楼楼梯',
  deadline: dayAfterDeadline,
});
const ids = { ours: askForTime.extensionId, theirs: theirs.data.extensionId };

let handler: ExtensionDeskHandler;

beforeEach(async () => {
  const store = new InMemoryEventStore(new Clock());
  const models = new InMemoryReadModels();
  handler = new ExtensionDeskHandler(models);
  const earlier = { ...envelope, happenedAt: '2026-03-19T08:00:00.000Z' as Instant };
  await transact(store, tasks, taskId, envelope, () => [assigned, timeAsked, granted]);
  await transact(store, tasks, theirTask, earlier, () => [theirs]);
  await rebuild(store, models, extensionDesk, new AbortController().signal);
});

const listed = async (query: ReadExtensions, actor: Actor): Promise<readonly ExtensionId[] | string> => {
  const answer = await handler.readExtensions(query, actor);
  return 'rejected' in answer ? answer.rejected : answer.rows.map(({ id }) => id);
};

it.each<[ReadExtensions, readonly ExtensionId[]]>([
  [{}, [ids.theirs, ids.ours]],
  [{ status: 'pending' }, [ids.theirs]],
  [{ status: 'granted' }, [ids.ours]],
  [{ leadUnit }, [ids.ours]],
  [{ taskId: theirTask }, [ids.theirs]],
  [{ text: '楼梯' }, [ids.theirs]],
  [{ sort: 'deadline' }, [ids.ours, ids.theirs]],
  [{ order: 'desc' }, [ids.ours, ids.theirs]],
  [{ limit: 1 }, [ids.theirs]],
])('finds by %j', async (query, found) => {
  expect(await listed(query, officer)).toEqual(found);
});

it('comes in pages', async () => {
  const first = await handler.readExtensions({ limit: 1 }, officer);
  const cursor = 'next' in first ? first.next : undefined;
  expect(cursor).toBeDefined();
  expect(await listed({ ...(cursor && { cursor }) }, officer)).toEqual([ids.ours]);
});

it('shows a lead unit its own requests, those who see everything all, and others none', async () => {
  expect(await listed({}, lead)).toEqual([ids.ours]);
  expect(await listed({}, stranger)).toEqual([ids.theirs]);
  expect(await listed({ leadUnit: strangeUnit }, lead)).toEqual([]);
  expect(await listed({}, supporter)).toEqual([]);
  for (const actor of [leadingGroup, inspector])
    expect(await listed({}, actor)).toEqual([ids.theirs, ids.ours]);
  expect(await listed({}, operator)).toBe('not-found');
});
