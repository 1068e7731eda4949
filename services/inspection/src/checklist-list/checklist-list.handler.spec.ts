import { beforeAll, expect, it } from '@jest/globals';
import {
  checklistId,
  checklistPublished,
  otherChecklist,
  publishChecklist,
  publishedAgain,
} from '@redress/contracts/inspection/checklist.examples';
import type { ListChecklists } from '@redress/contracts/inspection/read-checklists';
import { envelope, officer } from '@redress/contracts/rectification/people.examples';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { rowsAfter } from '@redress/read-models/spec';
import { checklists } from '../checklist/checklist.js';
import { shipChecklist } from '../ship-checklists/ship-checklist.js';
import { checklistList } from './checklist-list.js';
import { ChecklistListHandler } from './checklist-list.handler.js';

const store = new InMemoryEventStore(new StoppedClock(envelope.happenedAt));
const models = new InMemoryReadModels();
const handler = new ChecklistListHandler(store, models);
const { title, sections } = publishChecklist;

beforeAll(async () => {
  const byOfficer = { ...envelope, actor: officer };
  await transact(store, checklists, checklistId, byOfficer, () => [checklistPublished, publishedAgain]);
  const shipped = shipChecklist(otherChecklist, { title: { en: 'Look-back', zh: '回头看' }, sections });
  await transact(store, checklists, otherChecklist, { ...envelope, actor: { role: 'system' } }, shipped);
  await rebuild(store, models, checklistList, new AbortController().signal);
});

it.each<[ListChecklists, readonly string[]]>([
  [{}, [otherChecklist, checklistId]],
  [{ order: 'desc' }, [checklistId, otherChecklist]],
  [{ limit: 1 }, [otherChecklist]],
  [{ text: '回头' }, [otherChecklist]],
  [{ text: 'study' }, [checklistId]],
])('finds by %j', async (query, found) => {
  const answer = await handler.list(query);
  expect('rows' in answer && answer.rows.map(({ id }) => id)).toEqual(found);
});

it('shows of each the last version, and by whom it was published', async () => {
  expect(await handler.list({ text: 'study' })).toEqual({
    rows: [
      {
        id: checklistId,
        en: 'Study',
        zh: '学习',
        version: 2,
        items: 5,
        mustFind: 2,
        publishedAt: envelope.happenedAt,
        publishedBy: officer.person,
        revision: 1,
      },
    ],
  });
  expect((await handler.list({ limit: 1 })) as object).not.toHaveProperty('rows.0.publishedBy');
});

it('reads any version as it was published', async () => {
  const first = { id: checklistId, version: 1, title, sections, revision: 1 };
  expect(await handler.see({ checklistId, version: 1 })).toEqual(first);
  expect(await handler.see({ checklistId })).toEqual({
    ...first,
    version: 2,
    title: publishedAgain.data.title,
  });
  expect(await handler.see({ checklistId, version: 3 })).toEqual({ rejected: 'not-found' });
  expect(await handler.see({ checklistId: publishedAgain.data.checklistId, version: 2 })).toMatchObject({
    version: 2,
  });
});

it('comes out the same when it is made anew', () => {
  expect(rowsAfter(checklistList, checklistPublished, publishedAgain)).toMatchObject([
    { version: 2, items: 5 },
  ]);
});
