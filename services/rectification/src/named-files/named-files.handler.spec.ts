import { beforeEach, expect, it } from '@jest/globals';
import { envelope, officer } from '@redress/contracts/rectification/people.examples';
import { attachedFile, attachFile } from '@redress/contracts/rectification/evidence.examples';
import { assigned, taskId } from '@redress/contracts/rectification/task.examples';
import type { MessageId, Sha256 } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { tasks } from '../task/task.js';
import { namedFiles } from './named-files.js';
import { NamedFilesHandler } from './named-files.handler.js';

const { sha256 } = attachFile.file;
const other = '0'.repeat(64) as Sha256;
const keeper = { role: 'system' } as const;

let store: InMemoryEventStore;
let models: InMemoryReadModels;
let handler: NamedFilesHandler;

beforeEach(async () => {
  store = new InMemoryEventStore(new Clock());
  models = new InMemoryReadModels();
  handler = new NamedFilesHandler(store, models);
  const earlier = { ...envelope, causationId: '0190a5c4-3333-7aaa-8aaa-000000000009' as MessageId };
  await transact(store, tasks, taskId, earlier, () => [assigned]);
});

const project = () => rebuild(store, models, namedFiles, new AbortController().signal);

it('says whether an event names a file', async () => {
  await transact(store, tasks, taskId, envelope, () => [attachedFile]);
  await project();
  expect(await handler.isNamed({ sha256 }, keeper)).toEqual({ named: true });
  expect(await handler.isNamed({ sha256: other }, keeper)).toEqual({ named: false });
});

it('says nothing as long as its rows are behind the log', async () => {
  expect(await handler.isNamed({ sha256 }, keeper)).toEqual({ rejected: 'not-yet' });
  await project();
  expect(await handler.isNamed({ sha256 }, keeper)).toEqual({ named: false });
  await transact(store, tasks, taskId, envelope, () => [attachedFile]);
  for (const file of [sha256, other])
    expect(await handler.isNamed({ sha256: file }, keeper)).toEqual({ rejected: 'not-yet' });
  await project();
  expect(await handler.isNamed({ sha256 }, keeper)).toEqual({ named: true });
});

it('tells nobody but who keeps the files', async () => {
  await project();
  expect(await handler.isNamed({ sha256 }, officer)).toEqual({ rejected: 'not-found' });
});
