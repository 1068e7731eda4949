import { beforeEach, expect, it } from '@jest/globals';
import {
  attached,
  envelope,
  officer,
  opinionId,
  submitted,
} from '@redress/contracts/intake/opinion.examples';
import { ERASED } from '@redress/contracts/personal';
import type { Sha256 } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { rowsAfter } from '@redress/read-models/spec';
import { opinionDesk } from '../opinion-desk/opinion-desk.js';
import { opinions } from '../opinion/opinion.js';
import { attachedFiles } from './attached-files.js';
import { AttachedFilesHandler } from './attached-files.handler.js';

const { file, entryId } = attached.data;
const keeper = { role: 'system' } as const;
const erased = {
  ...attached,
  data: { ...attached.data, file: { ...file, sha256: ERASED as string as Sha256 } },
};

let store: InMemoryEventStore;
let models: InMemoryReadModels;
let handler: AttachedFilesHandler;

beforeEach(async () => {
  store = new InMemoryEventStore(new Clock());
  models = new InMemoryReadModels();
  handler = new AttachedFilesHandler(store, models);
  await transact(store, opinions, opinionId, envelope, () => [submitted, attached]);
});

it('says whether an event names a file, to who keeps the files and nobody else', async () => {
  await rebuild(store, models, attachedFiles, new AbortController().signal);
  expect(await handler.isAttached({ sha256: file.sha256 }, keeper)).toEqual({ named: true });
  expect(await handler.isAttached({ sha256: '0'.repeat(64) as Sha256 }, keeper)).toEqual({ named: false });
  expect(await handler.isAttached({ sha256: file.sha256 }, officer)).toEqual({ rejected: 'not-found' });
});

it('names no file of somebody who was erased, and shows none', () => {
  for (const row of rowsAfter(attachedFiles, submitted, erased)) expect(row.sha256).not.toBe(file.sha256);
  expect(rowsAfter(opinionDesk, submitted, erased)).toMatchObject([{ attached: {} }]);
  expect(rowsAfter(opinionDesk, submitted, attached)).toMatchObject([{ attached: { [entryId]: file } }]);
});
