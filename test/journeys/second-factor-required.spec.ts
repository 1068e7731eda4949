import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { postIdOf } from '@redress/contracts/directory/ids';
import type { Instant } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { FirstRun } from '../../services/identity/src/first-run/first-run.js';
import { IdentityModule } from '../../services/identity/src/identity.module.js';
import { AccountHolders, typeOf } from './account-holders.js';
import { codeAt } from './authenticator-app.js';
import type { Browser } from './browser.js';
import { startSystem, type System } from './system.js';

// One story: an organisation wants a second factor of its office and of whoever keeps the system.

const PASSWORD = 'the keeper rides a bicycle';

let system: System;
let people: AccountHolders;
let now = Date.parse('2026-03-20T08:00:00.000Z');
let setUpToken = '';
/** What nobody may find anywhere. */
const told: string[] = [];

beforeAll(async () => {
  jest.spyOn(Clock.prototype, 'now').mockImplementation(() => new Date(now).toISOString() as Instant);
  process.env['REDRESS_SECOND_FACTOR_FOR'] = 'operator,office';
  FirstRun.tell = (token) => (setUpToken = token);
  AccountHolders.areEverywhere();
  system = await startSystem({ directory: DirectoryModule, identity: IdentityModule });
  people = new AccountHolders(system);
  const setUp = { token: setUpToken, rosterNumber: 'R0', name: 'Chen', password: PASSWORD };
  expect((await people.browser().ask('POST', '/set-up', setUp)).status).toBe(201);
  for (const rosterNumber of ['R1', 'R2', 'R3']) await people.person(rosterNumber, PASSWORD);
  await people.does('PUT', '/units/U01', { name: 'The university', from: '2020-01-01' });
  for (const [code, role] of [
    ['P01', 'office'],
    ['P02', 'unit'],
    ['P03', 'office'],
    ['P04', 'office'],
  ] as const)
    await people.does('PUT', `/posts/${code}`, { unit: 'U01', title: code, role, from: '2020-01-01' });
  await people.does('PUT', '/posts/P01/holders/R1', { from: '2020-01-01' });
  await people.does('PUT', '/posts/P02/holders/R2', { from: '2020-01-01' });
});
afterAll(async () => {
  delete process.env['REDRESS_SECOND_FACTOR_FOR'];
  await system.stop();
});
beforeEach(() => {
  now += 120_000;
});

const waiting = async (rosterNumber: string): Promise<Browser> => {
  const browser = people.browser();
  expect((await browser.signIn(rosterNumber, PASSWORD)).body).toMatchObject({ needs: ['enrolment'] });
  return browser;
};

const enrols = async (browser: Browser) => {
  const begun = await browser.ask('POST', '/account/totp', { name: 'my telephone' });
  expect([begun.status, begun.body]).toEqual([201, begun.body]);
  const { factorId, secret } = begun.body as { factorId: string; secret: string };
  const code = codeAt(secret, now);
  told.push(secret, browser.cookieOf('session'));
  return browser.ask('POST', `/account/totp/${factorId}/confirmation`, { code });
};

it('lets whoever must have a factor, and has none, do nothing but enrol one', async () => {
  const ann = await waiting('R1');
  for (const [method, path, body] of [
    ['GET', '/me'],
    ['GET', '/units'],
    ['GET', '/session'],
    ['PUT', '/session/post', { post: 'P01' }],
    ['PUT', '/units/U02', { name: 'Library', from: '2020-01-01' }],
    ['DELETE', '/sessions'],
  ] as const)
    expect([path, ...typeOf(await ann.ask(method, path, body))]).toEqual([path, 401, 'no-token']);
  expect((await ann.ask('GET', '/account/factors')).body).toEqual({ rows: [], recoveryCodes: 0 });
  expect(typeOf(await ann.ask('POST', '/account/recovery-codes', {}))).toEqual([409, 'no-factor-yet']);

  const older = await waiting('R1');
  const done = await enrols(ann);
  expect(done).toMatchObject({ status: 201, body: { needs: [], actor: { post: postIdOf('P01') } } });
  expect((await ann.ask('PUT', '/units/U02', { name: 'Library', from: '2020-01-01' })).status).toBe(200);
  // Once there is one, a password alone adds no other.
  expect(typeOf(await older.ask('POST', '/account/totp', { name: 'of a thief' }))).toEqual([
    401,
    'no-such-session',
  ]);
  expect((await people.browser().signIn('R1', PASSWORD)).body).toMatchObject({ needs: ['totp'] });

  const [{ factorId } = { factorId: '' }] = (await ann.ask('GET', '/account/factors')).body['rows'] as {
    factorId: string;
  }[];
  const remove = () => ann.ask('DELETE', `/account/factors/${factorId}`);
  expect(typeOf(await remove())).toEqual([409, 'second-factor-required']);
  now += 60_000;
  expect((await enrols(ann)).status).toBe(201);
  expect((await remove()).status).toBe(200);
  const { codes } = (await ann.ask('POST', '/account/recovery-codes', {})).body as { codes: string[] };
  told.push(...codes, ...codes.map((code) => code.replaceAll('-', '')));
});

it('wants it of whoever keeps the system without a post', async () => {
  const chen = await waiting('R0');
  expect(await enrols(chen)).toMatchObject({ body: { needs: [], actor: { role: 'operator' } } });
  expect((await chen.ask('PUT', '/people/R4', { name: 'Dan' })).status).toBe(200);
});

it('leaves all others as they are, until they are given such a post', async () => {
  await people.signedIn('R3', PASSWORD);
  const bob = await people.signedIn('R2', PASSWORD);
  expect(await bob.isSignedIn()).toBe(true);
  await people.does('PUT', '/posts/P03/holders/R2', { from: '2020-01-01' });
  now += 10_000;
  expect(await bob.isSignedIn()).toBe(false);
  expect((await enrols(await waiting('R2'))).status).toBe(201);
});

it('takes nothing of what is half-way from a page of others, nor from who has no cookie', async () => {
  await people.does('PUT', '/posts/P04/holders/R3', { from: '2020-01-01' });
  const eve = await waiting('R3');
  const tried = (more: Readonly<Record<string, string>>) =>
    eve.ask('POST', '/account/totp', { name: 'x' }, more);
  expect(typeOf(await tried({ origin: 'https://elsewhere.example' }))).toEqual([403, 'from-another-site']);
  expect(typeOf(await tried({ 'sec-fetch-site': 'same-site' }))).toEqual([403, 'from-another-site']);
  expect(typeOf(await tried({ 'x-csrf-token': 'guessed' }))).toEqual([403, 'no-csrf-token']);
  expect(typeOf(await tried({ authorization: `Bearer ${system.operatorToken}` }))).toEqual([401, 'no-token']);
  expect(typeOf(await people.browser().ask('POST', '/account/totp', { name: 'x' }))).toEqual([
    401,
    'no-token',
  ]);
});

it('leaves no secret of an authenticator, no code and no token in any file', () => {
  const files = system.folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).isFile()),
  );
  const kept = files.map((file) => [file, readFileSync(file)] as const);
  expect(files.some((file) => file.endsWith('identity.secrets.sqlite'))).toBe(true);
  expect(told.length).toBeGreaterThan(25);
  for (const secret of told)
    expect([secret, kept.filter(([, bytes]) => bytes.includes(secret)).map(([file]) => file)]).toEqual([
      secret,
      [],
    ]);
});
