import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { lapsesAt, registrationId } from '@redress/contracts/identity/registration.examples';
import type { Instant, RegistrationId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { SqliteSecrets } from '@redress/store-sqlite/sqlite-secrets';
import { Seal } from '../secrets/seal.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Kinds } from '../secrets/secrets.js';
import { Typed } from './typed.js';

class Time extends Clock {
  at = '2026-03-20T08:00:00.000Z' as Instant;
  override now(): Instant {
    return this.at;
  }
}

const what = { rosterNumber: 'S-7', name: '张三' };
const another = '0190a5c4-3333-7aaa-8aaa-000000000019' as RegistrationId;
const sealedWith = (character: string): Seal => new Seal(character.repeat(32));

let folder: string;
let time: Time;
let secrets: Secrets;
let typed: Typed;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-typed-'));
  time = new Time();
  secrets = new SqliteSecrets<Kinds>(join(folder, 'secrets.sqlite'), time);
  typed = new Typed(secrets, sealedWith('k'));
});

afterEach(async () => {
  await secrets.close();
  rmSync(folder, { recursive: true });
});

it('keeps what was typed first, and knows it again', async () => {
  expect(await typed.keep(registrationId, what, lapsesAt)).toBe(true);
  expect(await typed.keep(registrationId, what, lapsesAt)).toBe(true);
  expect(await typed.keep(registrationId, { ...what, name: '李四' }, lapsesAt)).toBe(false);
  expect(await typed.keep(registrationId, { ...what, rosterNumber: 'S-8' }, lapsesAt)).toBe(false);
  expect(await typed.find(registrationId)).toEqual(what);
});

it('keeps it until the request lapses, or is answered', async () => {
  await typed.keep(registrationId, what, lapsesAt);
  await typed.keep(another, what, lapsesAt);
  await typed.remove(registrationId);
  expect(await typed.find(registrationId)).toBeUndefined();
  expect(await typed.find(another)).toEqual(what);
  time.at = lapsesAt;
  expect(await typed.find(another)).toBeUndefined();
});

it('keeps nothing in clear, nor for another key or another request', async () => {
  await typed.keep(registrationId, what, lapsesAt);
  const kept = await secrets.find('registration', registrationId);
  expect(JSON.stringify(kept)).not.toMatch(/S-7|张三/);
  expect(await new Typed(secrets, sealedWith('x')).find(registrationId)).toBeUndefined();
  await secrets.put('registration', { id: another, value: kept?.value ?? { sealed: '' } });
  expect(await typed.find(another)).toBeUndefined();
});
