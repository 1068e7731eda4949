import { beforeEach, expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import type { ReadEscalations } from '@redress/contracts/rectification/escalate-task';
import {
  proposeTalk,
  talkApproved,
  talkProposed,
} from '@redress/contracts/rectification/escalation.examples';
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
import { assigned, taskId } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { EntryId, Instant, TaskId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { tasks } from '../task/task.js';
import { escalationDesk } from './escalation-desk.js';
import { EscalationDeskHandler } from './escalation-desk.handler.js';

const theirTask = '0190a5c4-1111-7aaa-8aaa-000000000021' as TaskId;
const theirs = having<TaskEvent & { type: 'EscalationProposed' }>(talkProposed, {
  taskId: theirTask,
  entryId: '0190a5c4-1111-7aaa-8aaa-000000000052' as EntryId,
  kind: 'circular',
  leadUnit: strangeUnit,
  title: '修缮三号楼楼梯',
});
const ids = { ours: proposeTalk.entryId, theirs: theirs.data.entryId };

let handler: EscalationDeskHandler;

beforeEach(async () => {
  const store = new InMemoryEventStore(new Clock());
  const models = new InMemoryReadModels();
  handler = new EscalationDeskHandler(models);
  const earlier = { ...envelope, happenedAt: '2026-03-19T08:00:00.000Z' as Instant };
  await transact(store, tasks, taskId, envelope, () => [assigned, talkProposed, talkApproved]);
  await transact(store, tasks, theirTask, earlier, () => [theirs]);
  await rebuild(store, models, escalationDesk, new AbortController().signal);
});

const listed = async (query: ReadEscalations, actor: Actor): Promise<readonly EntryId[] | string> => {
  const answer = await handler.readEscalations(query, actor);
  return 'rejected' in answer ? answer.rejected : answer.rows.map(({ id }) => id);
};

it.each<[ReadEscalations, readonly EntryId[]]>([
  [{}, [ids.theirs, ids.ours]],
  [{ status: 'proposed' }, [ids.theirs]],
  [{ status: 'approved' }, [ids.ours]],
  [{ kind: 'formal-talk' }, [ids.ours]],
  [{ leadUnit }, [ids.ours]],
  [{ taskId: theirTask }, [ids.theirs]],
  [{ text: '楼梯' }, [ids.theirs]],
  [{ order: 'desc' }, [ids.ours, ids.theirs]],
  [{ limit: 1 }, [ids.theirs]],
])('finds by %j', async (query, found) => {
  expect(await listed(query, leadingGroup)).toEqual(found);
});

it('comes in pages', async () => {
  const first = await handler.readEscalations({ limit: 1 }, leadingGroup);
  const cursor = 'next' in first ? first.next : undefined;
  expect(cursor).toBeDefined();
  expect(await listed({ ...(cursor && { cursor }) }, leadingGroup)).toEqual([ids.ours]);
});

it('shows a lead unit what is proposed about it, those who see everything all, and others none', async () => {
  expect(await listed({}, lead)).toEqual([ids.ours]);
  expect(await listed({}, stranger)).toEqual([ids.theirs]);
  expect(await listed({ leadUnit: strangeUnit }, lead)).toEqual([]);
  expect(await listed({}, supporter)).toEqual([]);
  for (const actor of [officer, inspector, auditor])
    expect(await listed({}, actor)).toEqual([ids.theirs, ids.ours]);
  expect(await listed({}, operator)).toBe('not-found');
});
