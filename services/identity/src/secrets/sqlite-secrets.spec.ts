import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { personId as person, successorId as other } from '@redress/contracts/directory/organisation.examples';
import type { Instant } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { StoreFault } from '@redress/eventsourcing/store-fault';

import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';
import { SqliteSecrets } from './sqlite-secrets.js';

class Time extends Clock {
  at = '2026-03-20T08:00:00.000Z' as Instant;
  override now(): Instant {
    return this.at;
  }
}

const later = '2026-03-20T09:00:00.000Z' as Instant;
const invitation = { id: 'one', person, value: { isUsed: false }, expiresAt: later };

let folder: string;
let time: Time;
let secrets: SqliteSecrets;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-secrets-'));
  time = new Time();
  secrets = new SqliteSecrets(join(folder, 'secrets.sqlite'), time);
});

afterEach(() => {
  secrets.close();
  rmSync(folder, { recursive: true });
});

it('keeps one of a kind under one id, until it expires', async () => {
  expect(await secrets.add('invitation', invitation)).toBe(true);
  expect(await secrets.add('invitation', { ...invitation, person: other })).toBe(false);
  expect(await secrets.find('invitation', 'one')).toEqual(invitation);
  expect(await secrets.find('recovery', 'one')).toBeUndefined();
  time.at = later;
  expect(await secrets.find('invitation', 'one')).toBeUndefined();
  expect(await secrets.ofPerson('invitation', person)).toEqual([]);
  expect(
    await secrets.add('invitation', { ...invitation, expiresAt: '2026-03-21T00:00:00.000Z' as Instant }),
  ).toBe(true);
});

it('gives what is taken to one of many', async () => {
  await secrets.add('invitation', invitation);
  const taken = await Promise.all([1, 2, 3].map(() => secrets.take('invitation', 'one')));
  expect(taken.filter((one) => one !== undefined)).toEqual([invitation]);
});

it('changes what is there, its id as well, and leaves it when there is nothing to change', async () => {
  await secrets.add('invitation', invitation);
  const used = { isUsed: true };
  expect(await secrets.change('invitation', 'one', (kept) => ({ ...kept, id: 'two', value: used }))).toBe(
    true,
  );
  expect(await secrets.find('invitation', 'one')).toBeUndefined();
  expect(await secrets.change('invitation', 'two', () => undefined)).toBe(false);
  expect(await secrets.change('invitation', 'one', (kept) => kept)).toBe(false);
  expect(await secrets.ofPerson('invitation', person)).toEqual([{ ...invitation, id: 'two', value: used }]);
});

it('removes what a person has of some kinds, and what has expired', async () => {
  await secrets.add('invitation', invitation);
  await secrets.put('recovery', { id: 'code', person, value: {} });
  await secrets.put('recovery', { id: 'of another', person: other, value: {} });
  expect(await secrets.removeAll(['recovery', 'password'], person)).toBe(1);
  expect(await secrets.find('recovery', 'of another')).toBeDefined();
  time.at = later;
  await secrets.prune();
  time.at = '2026-03-20T08:00:00.000Z' as Instant;
  expect(await secrets.find('invitation', 'one')).toBeUndefined();
  await secrets.clear('recovery');
  expect(await secrets.find('recovery', 'of another')).toBeUndefined();
});

it('is there after it was opened again', async () => {
  await secrets.add('invitation', invitation);
  secrets.close();
  secrets = new SqliteSecrets(join(folder, 'secrets.sqlite'), time);
  expect(await secrets.find('invitation', 'one')).toEqual(invitation);
});

it('overwrites what it removes', async () => {
  const hash = 'a hash that is easily found';
  await secrets.put('password', { id: person, person, value: { hash } });
  await secrets.removeAll(['password'], person);
  secrets.close();
  expect(statSync(join(folder, 'secrets.sqlite')).size).toBeGreaterThan(0);
  expect(readFileSync(join(folder, 'secrets.sqlite')).includes(hash)).toBe(false);
});

it('is no store of events, nor the other way round', () => {
  const events = join(folder, 'events.sqlite');
  new SqliteEventStore(events, time).close();
  expect(() => new SqliteSecrets(events, time)).toThrow(StoreFault);
  expect(() => new SqliteEventStore(join(folder, 'secrets.sqlite'), time)).toThrow(StoreFault);
});

it('says in words that it is closed', async () => {
  secrets.close();
  await expect(secrets.find('invitation', 'one')).rejects.toBeInstanceOf(StoreFault);
});
