import { beforeEach, expect, it } from '@jest/globals';
import {
  noticePublished,
  objected,
  objectionDismissed,
  objectionId,
  objectionUpheld,
  otherObjectionId,
} from '@redress/contracts/rectification/aftermath.examples';
import { envelope } from '@redress/contracts/rectification/people.examples';
import type { ReadNotices } from '@redress/contracts/rectification/public-notice';
import { assigned, closed, requestedAgain, taskId } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day, Instant, TaskId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { toNotice } from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { publicNotices } from './notice-board.js';
import { NoticeBoardHandler } from './notice-board.handler.js';

const lastMoment = '2026-03-27T15:59:59.999Z';
const afterMidnight = '2026-03-27T16:00:00.000Z';
const other = '0190a5c4-1111-7aaa-8aaa-000000000021' as TaskId;
const unknown = '0190a5c4-1111-7aaa-8aaa-000000000099' as TaskId;

let store: InMemoryEventStore;
let models: InMemoryReadModels;
beforeEach(() => {
  store = new InMemoryEventStore(new StoppedClock(lastMoment as Instant));
  models = new InMemoryReadModels();
});

const boardAt = async (moment: string, ...events: readonly TaskEvent[]): Promise<NoticeBoardHandler> => {
  await transact(store, tasks, taskId, envelope, () => [...toNotice, ...events]);
  await rebuild(store, models, publicNotices, new AbortController().signal);
  return new NoticeBoardHandler(models, new StoppedClock(moment as Instant));
};
const listed = async (board: NoticeBoardHandler, query: ReadNotices = {}) => {
  const page = await board.readNotices(query);
  return 'rejected' in page ? page.rejected : page.rows.map(({ id }) => id);
};

it('shows what is on notice on its last day, and not the day after', async () => {
  expect(await listed(await boardAt(lastMoment))).toEqual([taskId]);
  const board = new NoticeBoardHandler(models, new StoppedClock(afterMidnight as Instant));
  expect(await listed(board)).toEqual([]);
});

it('shows one notice with where it stands, as long as what it shows stands', async () => {
  const board = await boardAt(lastMoment);
  const shown = { id: taskId, title: 'Mend the wash-house', unit: 'Logistics', until: '2026-03-27' };
  expect(await board.readNotice({ taskId })).toEqual({
    ...shown,
    text: 'The wash-house is dry again',
    criterion: 'No leak for a week',
    from: '2026-03-20',
    status: 'running',
  });
  const later = new NoticeBoardHandler(models, new StoppedClock(afterMidnight as Instant));
  expect(await later.readNotice({ taskId })).toMatchObject({ ...shown, status: 'over' });
  expect(await later.readNotice({ taskId: unknown })).toEqual({ rejected: 'not-found' });
});

it('shows that it was closed afterwards', async () => {
  const board = await boardAt(afterMidnight, closed);
  expect(await board.readNotice({ taskId })).toMatchObject({ status: 'closed' });
});

it('shows nothing of what a newer request has replaced', async () => {
  const board = await boardAt(lastMoment, requestedAgain);
  expect(await board.readNotice({ taskId })).toEqual({ rejected: 'not-found' });
  expect(await listed(board)).toEqual([]);
});

it('finds notices by words and in pages, what ends first before the others', async () => {
  const term = { ...noticePublished.data.term, to: '2026-03-30' as Day };
  const theirs = having(noticePublished, { taskId: other, title: '修缮三号楼楼梯', term });
  await transact(store, tasks, other, envelope, () => [having(assigned, { taskId: other }), theirs]);
  const board = await boardAt(lastMoment);
  expect(await listed(board)).toEqual([taskId, other]);
  expect(await listed(board, { order: 'desc' })).toEqual([other, taskId]);
  expect(await listed(board, { text: '楼梯' })).toEqual([other]);
  expect(await listed(board, { text: 'wash-house dry' })).toEqual([taskId, other]);
  const first = await board.readNotices({ limit: 1 });
  const cursor = 'next' in first ? first.next : undefined;
  expect(cursor).toBeDefined();
  expect(await listed(board, { limit: 1, ...(cursor && { cursor }) })).toEqual([other]);
});

it.each([
  [[objected], 'raised', undefined],
  [[objected, objectionDismissed], 'dismissed', 'That is the other house'],
  [[objected, objectionUpheld], 'upheld', 'It does'],
  [[objected, requestedAgain], 'overtaken', undefined],
  [[objected, objectionDismissed, requestedAgain], 'dismissed', 'That is the other house'],
] as const)('tells whoever has its id what became of an objection: %#', async (events, status, answer) => {
  const board = await boardAt(lastMoment, ...events);
  expect(await board.readObjection({ taskId, objectionId })).toEqual({
    objectionId,
    status,
    ...(answer && { answer }),
  });
});

it('knows no objection under another id, or to another task', async () => {
  const board = await boardAt(lastMoment, objected);
  const none = { rejected: 'not-found' };
  expect(await board.readObjection({ taskId, objectionId: otherObjectionId })).toEqual(none);
  expect(await board.readObjection({ taskId: unknown, objectionId })).toEqual(none);
});
