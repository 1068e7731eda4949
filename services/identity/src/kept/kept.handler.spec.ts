import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { officer, operator, personId, successorId } from '@redress/contracts/directory/organisation.examples';
import { streamOf, versioned } from '@redress/contracts/event';
import { enrolled, factorId, opened } from '@redress/contracts/identity/account.examples';
import type { CaseId, Instant, MessageId, TokenId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { SqliteSecrets } from '@redress/store-sqlite/sqlite-secrets';
import { accounts } from '../account/account.js';
import { KeptHandler } from './kept.handler.js';
import type { Kinds } from '../secrets/secrets.js';

const SECRET = 'what proves something';
const then = '2026-03-20T08:00:00.000Z' as Instant;
const later = '2099-01-01T00:00:00.000Z' as Instant;
const sessionId = randomUUID() as string as TokenId;

let folder: string;
let secrets: SqliteSecrets<Kinds>;
let handler: KeptHandler;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redress-kept-'));
  const clock = new Clock();
  const store = new InMemoryEventStore(clock);
  secrets = new SqliteSecrets<Kinds>(join(folder, 'secrets.sqlite'), clock);
  handler = new KeptHandler(store, secrets);
  const stamped = [opened, enrolled].map((event) => ({
    ...versioned(accounts, event),
    ...{ id: randomUUID() as string as MessageId, actor: { role: 'system' } as const, happenedAt: then },
    ...{ correlationId: randomUUID() as string as CaseId, causationId: randomUUID() as string as MessageId },
  }));
  await store.append(streamOf(accounts, personId), stamped, -1);
  const person = personId;
  const called = { name: 'Telephone', enrolledAt: then };
  const session = { sessionId, isComplete: true, by: 'totp', beganAt: then, provedAt: then, usedAt: then };
  await secrets.put('password', { id: person, person, value: { hash: SECRET } });
  await secrets.put('session', { id: SECRET, person, value: session, expiresAt: later });
  await secrets.put('device', { id: SECRET, person, value: { seenAt: then }, expiresAt: later });
  await secrets.put('totp', { id: factorId, person, value: { ...called, sealed: SECRET, step: 1 } });
  await secrets.put('recovery', { id: SECRET, person, value: {} });
  // Who it is there, and in which session.
  for (const id of ['one', 'another'])
    await secrets.put('link', { id, person, value: { provider: 'campus' } });
});
afterAll(() => {
  secrets.close();
  rmSync(folder, { recursive: true });
});

it('tells what is kept of somebody, and of what it is proved with, only that it is there', async () => {
  const answer = await handler.find({ personId }, { ...officer, person: personId });
  expect(answer).toEqual({
    hasPassword: true,
    sessions: [{ sessionId, isComplete: true, by: 'totp', beganAt: then, usedAt: then, expiresAt: later }],
    factors: [{ factorId, kind: 'totp', name: 'Telephone', enrolledAt: then }],
    recoveryCodes: 1,
    browsers: [{ seenAt: then, expiresAt: later }],
    providers: [{ provider: 'campus' }],
  });
});

it('tells that nothing is kept of who has no account', async () => {
  expect(await handler.find({ personId: successorId }, { role: 'auditor' })).toEqual({
    ...{ hasPassword: false, sessions: [], factors: [], recoveryCodes: 0, browsers: [], providers: [] },
  });
});

it.each([
  ['an operator', operator],
  ['somebody else', { role: 'unit', person: successorId } as const],
  ['nobody', { role: 'submitter' } as const],
])('tells %s nothing', async (_, actor) => {
  expect(await handler.find({ personId }, actor)).toEqual({ rejected: 'not-found' });
});
