import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, expect, it } from '@jest/globals';

import {
  answerItem,
  batchRecorded,
  inspectorsNamed,
  itemAnswered,
  meetingNoted,
  seenAt,
  visitId,
  visitOpened,
  visitPlanned,
} from '@redress/contracts/inspection/visit.examples';
import { attachFile } from '@redress/contracts/rectification/evidence.examples';
import { envelope, lead, officer, stranger } from '@redress/contracts/rectification/people.examples';
import type { EntryId, MessageId, Position, Sha256, VisitId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { transact } from '@redress/eventsourcing/transact';
import { filesOfFindings } from '../named-files/files-of-findings.js';
import { namedFiles } from '../named-files/named-files.js';
import { NamedFilesHandler } from '../named-files/named-files.handler.js';
import { visits } from '../visit/visit.js';
import { VisitEntriesHandler } from './visit-entries.handler.js';

const { sha256 } = attachFile.file;
const later = '0190a5c4-6666-7aaa-8aaa-000000000088' as EntryId;
const again = having(itemAnswered, {
  entries: itemAnswered.data.entries.map((entry) => ({ ...entry, entryId: later })),
});

let store: InMemoryEventStore;
let handler: VisitEntriesHandler;

const happened = async (id: VisitId, ...events: Parameters<typeof visits.evolve>[1][]): Promise<void> => {
  const causationId = randomUUIDv7() as MessageId;
  await transact(store, visits, id, { ...envelope, causationId }, () => events);
};

beforeEach(async () => {
  store = new InMemoryEventStore(new Clock());
  handler = new VisitEntriesHandler(store);
  await happened(visitId, visitPlanned, inspectorsNamed, visitOpened);
  await happened(visitId, itemAnswered, batchRecorded, meetingNoted, again);
});

it('shows what stands, or all that was written down, page by page', async () => {
  const standing = await handler.read({ visitId }, officer);
  expect(standing).toMatchObject({ rows: { length: 6 } });
  expect(standing).not.toHaveProperty('next');
  expect(await handler.read({ visitId, which: 'all', itemId: answerItem.itemId }, lead)).toMatchObject({
    rows: [
      { entryId: answerItem.entryId, at: seenAt, stands: false, result: 'fails' },
      { entryId: later, stands: true },
    ],
  });
  const first = await handler.read({ visitId, limit: 4 }, officer);
  expect(first).toMatchObject({ rows: { length: 4 }, next: 4 });
  expect(await handler.read({ visitId, limit: 4, cursor: 4 }, officer)).toMatchObject({
    rows: { length: 2 },
  });
});

it('shows it to nobody else, nor what is to surprise a unit', async () => {
  const none = { rejected: 'not-found' };
  expect(await handler.read({ visitId }, stranger)).toEqual(none);
  const secret = '0190a5c4-6666-7aaa-8aaa-000000000073' as VisitId;
  expect(await handler.read({ visitId: secret }, officer)).toEqual(none);
  await happened(secret, having(visitPlanned, { visitId: secret, kind: 'unscheduled' }));
  expect(await handler.read({ visitId: secret }, lead)).toEqual(none);
  expect(await handler.read({ visitId: secret }, officer)).toEqual({ rows: [] });
});

it('has the files of the entries, and no others', async () => {
  expect(await handler.file({ visitId, sha256 }, lead)).toEqual(attachFile.file);
  expect(await handler.file({ visitId, sha256: '0'.repeat(64) as Sha256 }, lead)).toEqual({
    rejected: 'not-found',
  });
  expect(await handler.file({ visitId, sha256 }, stranger)).toEqual({ rejected: 'not-found' });
});

it('says of each file whether an entry names it, once its rows are up with the log', async () => {
  const models = new InMemoryReadModels();
  const keeper = new NamedFilesHandler(store, models);
  const system = { role: 'system' } as const;
  expect(await keeper.isNamed({ sha256 }, officer)).toEqual({ rejected: 'not-found' });
  expect(await keeper.isNamed({ sha256 }, system)).toEqual({ rejected: 'not-yet' });
  const { signal } = new AbortController();
  const upTo: Position = await rebuild(store, models, namedFiles, signal);
  expect(upTo).toBe(await store.last());
  expect(await keeper.isNamed({ sha256 }, system)).toEqual({ rejected: 'not-yet' });
  await rebuild(store, models, filesOfFindings, signal);
  expect(await keeper.isNamed({ sha256 }, system)).toEqual({ named: true });
  expect(await keeper.isNamed({ sha256: '0'.repeat(64) as Sha256 }, system)).toEqual({ named: false });
});
