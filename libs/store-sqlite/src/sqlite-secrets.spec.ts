import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { personId as person } from '@redress/contracts/directory/organisation.examples';
import type { Instant } from '@redress/contracts/values';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { type ExampleKinds, keepsSecrets, Time } from '@redress/sealing/secret-store.conformance';
import { SqliteEventStore } from './sqlite-event-store.js';
import { SqliteSecrets } from './sqlite-secrets.js';

const later = '2026-03-20T09:00:00.000Z' as Instant;
const invitation = { id: 'one', person, value: { isUsed: false }, expiresAt: later };

let folder: string;
let time: Time;
let secrets: SqliteSecrets<ExampleKinds>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-secrets-'));
  time = new Time();
  secrets = new SqliteSecrets(join(folder, 'secrets.sqlite'), time);
});

afterEach(() => {
  secrets.close();
  rmSync(folder, { recursive: true });
});

describe('secrets in SQLite', () => {
  const copies: SqliteSecrets<ExampleKinds>[] = [];
  keepsSecrets(
    (clock) => {
      const at = join(mkdtempSync(join(folder, 'copies-')), 'secrets.sqlite');
      const [one, other] = [
        new SqliteSecrets<ExampleKinds>(at, clock),
        new SqliteSecrets<ExampleKinds>(at, clock),
      ];
      copies.push(one, other);
      return Promise.resolve([one, other]);
    },
    () => {
      for (const copy of copies.splice(0)) copy.close();
      return Promise.resolve();
    },
  );
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
