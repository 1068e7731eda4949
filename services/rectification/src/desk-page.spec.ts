import { beforeEach, expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import type { Listing } from '@redress/contracts/query';
import { talkProposed } from '@redress/contracts/rectification/escalation.examples';
import {
  auditor,
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
import { assigned } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { EntryId, TaskId } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import type { ReadModels } from '@redress/read-models/read-models';
import { deskAfter, idsOn } from './desk.examples.js';
import { deskPage } from './desk-page.js';
import { escalationDesk } from './escalation-desk/escalation-desk.js';

const theirs = having<TaskEvent & { type: 'EscalationProposed' }>(talkProposed, {
  taskId: '0190a5c4-1111-7aaa-8aaa-000000000021' as TaskId,
  entryId: '0190a5c4-1111-7aaa-8aaa-000000000052' as EntryId,
  leadUnit: strangeUnit,
  title: '修缮三号楼楼梯',
});
const [ourId, theirId] = [talkProposed.data.entryId, theirs.data.entryId];

let models: ReadModels;
beforeEach(async () => {
  models = await deskAfter(escalationDesk, [assigned, talkProposed], [theirs]);
});

const page = (query: Listing, actor: Actor, where: { readonly leadUnit?: typeof leadUnit } = {}) =>
  deskPage(models, escalationDesk, query, actor, { where, by: 'proposedAt' });

it.each<[Listing, readonly EntryId[]]>([
  [{}, [theirId, ourId]],
  [{ order: 'desc' }, [ourId, theirId]],
  [{ limit: 1 }, [theirId]],
  [{ text: '楼梯' }, [theirId]],
])('has the oldest first, unless it is asked for otherwise: %j', async (query, found) => {
  expect(idsOn(await page(query, officer))).toEqual(found);
});

it('comes in pages', async () => {
  const first = await page({ limit: 1 }, officer);
  const cursor = 'next' in first ? first.next : undefined;
  expect(cursor).toBeDefined();
  expect(idsOn(await page({ ...(cursor && { cursor }) }, officer))).toEqual([ourId]);
});

it('is filtered by what is named, and by nothing that is not', async () => {
  expect(idsOn(await page({}, officer, { leadUnit }))).toEqual([ourId]);
  const unnamed = { where: { leadUnit: undefined }, by: 'proposedAt' } as const;
  expect(idsOn(await deskPage(models, escalationDesk, {}, officer, unnamed))).toEqual([theirId, ourId]);
});

it('shows a unit what concerns it, those who see everything all, and others none', async () => {
  expect(idsOn(await page({}, lead))).toEqual([ourId]);
  expect(idsOn(await page({}, stranger))).toEqual([theirId]);
  expect(idsOn(await page({}, lead, { leadUnit: strangeUnit }))).toEqual([]);
  expect(idsOn(await page({}, supporter))).toEqual([]);
  for (const actor of [leadingGroup, inspector, auditor])
    expect(idsOn(await page({}, actor))).toEqual([theirId, ourId]);
  expect(idsOn(await page({}, operator))).toBe('not-found');
});
