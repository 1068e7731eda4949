import { beforeEach, expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import { contest, reviewRequested, reviewUpheld } from '@redress/contracts/rectification/aftermath.examples';
import {
  auditor,
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
import type { ReadReviews } from '@redress/contracts/rectification/review-task';
import { assigned, taskId } from '@redress/contracts/rectification/task.examples';
import type { Day, EntryId, TaskId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { tasks } from '../task/task.js';
import { reviewDesk } from './review-desk.js';
import { ReviewDeskHandler } from './review-desk.handler.js';

const theirTask = '0190a5c4-1111-7aaa-8aaa-000000000021' as TaskId;
const theirs = having(reviewRequested, {
  taskId: theirTask,
  entryId: '0190a5c4-1111-7aaa-8aaa-000000000052' as EntryId,
  leadUnit: strangeUnit,
  title: '修缮三号楼楼梯',
  answerBy: '2026-04-01' as Day,
});
const ids = { ours: contest.entryId, theirs: theirs.data.entryId };

let handler: ReviewDeskHandler;

beforeEach(async () => {
  const store = new InMemoryEventStore(new Clock());
  const models = new InMemoryReadModels();
  handler = new ReviewDeskHandler(models);
  await transact(store, tasks, taskId, envelope, () => [assigned, reviewRequested, reviewUpheld]);
  await transact(store, tasks, theirTask, envelope, () => [theirs]);
  await rebuild(store, models, reviewDesk, new AbortController().signal);
});

const listed = async (query: ReadReviews, actor: Actor): Promise<readonly EntryId[] | string> => {
  const answer = await handler.readReviews(query, actor);
  return 'rejected' in answer ? answer.rejected : answer.rows.map(({ id }) => id);
};

it.each<[ReadReviews, readonly EntryId[]]>([
  [{}, [ids.theirs, ids.ours]],
  [{ status: 'pending' }, [ids.theirs]],
  [{ status: 'answered' }, [ids.ours]],
  [{ outcome: 'upheld' }, [ids.ours]],
  [{ outcome: 'withdrawn' }, []],
  [{ leadUnit }, [ids.ours]],
  [{ taskId: theirTask }, [ids.theirs]],
  [{ text: '楼梯' }, [ids.theirs]],
  [{ order: 'desc' }, [ids.ours, ids.theirs]],
  [{ limit: 1 }, [ids.theirs]],
])('finds by %j', async (query, found) => {
  expect(await listed(query, officer)).toEqual(found);
});

it('comes in pages', async () => {
  const first = await handler.readReviews({ limit: 1 }, officer);
  const cursor = 'next' in first ? first.next : undefined;
  expect(cursor).toBeDefined();
  expect(await listed({ ...(cursor && { cursor }) }, officer)).toEqual([ids.ours]);
});

it('shows a lead unit its own, those who see everything all, and others none', async () => {
  expect(await listed({}, lead)).toEqual([ids.ours]);
  expect(await listed({}, stranger)).toEqual([ids.theirs]);
  expect(await listed({ leadUnit: strangeUnit }, lead)).toEqual([]);
  expect(await listed({}, supporter)).toEqual([]);
  for (const actor of [leadingGroup, inspector, auditor])
    expect(await listed({}, actor)).toEqual([ids.theirs, ids.ours]);
  expect(await listed({}, operator)).toBe('not-found');
});
