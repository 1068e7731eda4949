import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Instant } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { IdentityModule } from '../../services/identity/src/identity.module.js';
import { AccountHolders, typeOf } from './account-holders.js';
import { codeAt } from './authenticator-app.js';
import type { Browser } from './browser.js';
import { startSystem, type System } from './system.js';

// One story: Ann gets an authenticator and recovery codes, signs in with them, and gives them up again.

const ANN = 'Ann counts 47 grey herons';
const MINUTE = 60_000;

let system: System;
let people: AccountHolders;
let now = Date.parse('2026-03-20T08:00:00.000Z');
let secret = '';
let factorId = '';
let codes: readonly string[] = [];

beforeAll(async () => {
  jest.spyOn(Clock.prototype, 'now').mockImplementation(() => new Date(now).toISOString() as Instant);
  AccountHolders.areEverywhere();
  system = await startSystem({ directory: DirectoryModule, identity: IdentityModule });
  people = new AccountHolders(system, system.url.replace('127.0.0.1', 'localhost'));
  await people.person('R1', ANN);
  await people.person('R2', 'Bob paints seven fences');
});
afterAll(() => system.stop());
// A step of its own for each, so that no code is one that was used.
beforeEach(() => {
  now += 2 * MINUTE;
});

const code = (steps = 0): string => codeAt(secret, now + steps * 30_000);
const halfWay = async (): Promise<Browser> => {
  const browser = people.browser();
  const { status, body } = await browser.signIn('R1', ANN);
  expect([status, (body['needs'] as string[]).length > 0]).toEqual([201, true]);
  return browser;
};
const signedIn = async (): Promise<Browser> => {
  const browser = await halfWay();
  expect((await browser.ask('POST', '/session/proofs/totp', { code: code() })).status).toBe(201);
  return browser;
};
const proves = (browser: Browser, kind: string, body: object) =>
  browser.ask('POST', `/session/proofs/${kind}`, body);

const enrols = async (browser: Browser): Promise<void> => {
  const { body } = await browser.ask('POST', '/account/totp', { name: 'one of many' });
  ({ secret, factorId } = body as { secret: string; factorId: string });
  const confirmed = await browser.ask('POST', `/account/totp/${factorId}/confirmation`, { code: code() });
  expect(confirmed.status).toBe(201);
};

describe('an authenticator', () => {
  it('is shown once, and is no factor before a code of it was right', async () => {
    const ann = await people.signedIn('R1', ANN);
    const key = { 'idempotency-key': 'enrols-an-authenticator' };
    const begin = () => ann.ask('POST', '/account/totp', { name: "Ann's telephone" }, key);
    const begun = await begin();
    ({ secret, factorId } = begun.body as { secret: string; factorId: string });
    expect(begun.body['uri']).toBe(
      `otpauth://totp/Redress:Ann's%20telephone?secret=${secret}&issuer=Redress`,
    );
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect((await begin()).body).toMatchObject({ secret, factorId });
    expect((await people.browser().signIn('R1', ANN)).body).toMatchObject({ needs: [] });
    const confirm = (tried: string) =>
      ann.ask('POST', `/account/totp/${factorId}/confirmation`, { code: tried });
    expect(typeOf(await confirm(code(5)))).toEqual([422, 'wrong-code']);
    const before = ann.cookieOf('session');
    expect(await confirm(code())).toMatchObject({ status: 201, body: { needs: [] } });
    expect(ann.cookieOf('session')).not.toBe(before);
    expect(typeOf(await confirm(code()))).toEqual([404, 'no-such-enrolment']);
    expect((await ann.ask('GET', '/account/factors')).body).toMatchObject({
      rows: [{ factorId, kind: 'totp', name: "Ann's telephone" }],
      recoveryCodes: 0,
    });
  });

  it('is asked for at the next sign-in, which is good for nothing until then', async () => {
    const ann = people.browser();
    expect((await ann.signIn('R1', ANN)).body).toMatchObject({ needs: ['totp'] });
    expect(await ann.isSignedIn()).toBe(false);
    for (const [method, path] of [
      ['GET', '/account/factors'],
      ['POST', '/account/recovery-codes'],
      ['DELETE', `/account/factors/${factorId}`],
    ] as const)
      expect((await ann.ask(method, path, method === 'GET' ? undefined : {})).status).toBeGreaterThan(400);
    expect(typeOf(await proves(ann, 'password', { password: ANN }))).toEqual([409, 'not-this-step']);
    expect(typeOf(await proves(ann, 'totp', { code: '123 45' }))).toEqual([422, 'wrong-code']);
    expect(await proves(ann, 'totp', { code: code() })).toMatchObject({ status: 201, body: { needs: [] } });
    expect(await ann.isSignedIn()).toBe(true);
    expect((await ann.ask('GET', '/sessions')).body).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ by: 'totp', isComplete: true })]),
    });
  });

  it.each([-1, 0, 1])('may be off by one step, as by %i, and by no more', async (steps) => {
    const ann = await halfWay();
    expect(typeOf(await proves(ann, 'totp', { code: code(steps < 0 ? -2 : 2) }))).toEqual([
      422,
      'wrong-code',
    ]);
    expect((await proves(ann, 'totp', { code: code(steps) })).status).toBe(201);
  });

  it('shows a code that is good once, in whatever browser, and then no earlier one', async () => {
    const [one, two] = [await halfWay(), await halfWay()];
    const tries = await Promise.all([one, two].map((each) => proves(each, 'totp', { code: code() })));
    expect(tries.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    const [loser] = [one, two].filter((_, n) => tries[n]?.status === 422);
    if (!loser) throw new Error('both were right');
    expect(typeOf(await proves(loser, 'totp', { code: code(-1) }))).toEqual([422, 'wrong-code']);
  });

  it('waits ten minutes for its code', async () => {
    const ann = await halfWay();
    now += 10 * MINUTE;
    expect(typeOf(await proves(ann, 'totp', { code: code() }))).toEqual([401, 'no-such-session']);
  });
});

describe('recovery codes', () => {
  it('are drawn, ten of them, and told again to the same request alone', async () => {
    const ann = await signedIn();
    const key = { 'idempotency-key': 'draws-recovery-codes-once' };
    const drawn = await ann.ask('POST', '/account/recovery-codes', {}, key);
    ({ codes } = drawn.body as { codes: string[] });
    expect(new Set(codes).size).toBe(10);
    for (const one of codes) expect(one).toMatch(/^([A-HJKMNP-Z2-9]{5}-){3}[A-HJKMNP-Z2-9]{5}$/);
    expect((await ann.ask('POST', '/account/recovery-codes', {}, key)).body).toMatchObject({ codes });
    expect((await ann.ask('GET', '/account/factors')).body).toMatchObject({ recoveryCodes: 10 });
  });

  it('stand in for the authenticator, each once, however they are typed', async () => {
    const [ann, thief] = [await halfWay(), await halfWay()];
    const typed = String(codes[0]).toLowerCase().replaceAll('-', ' ');
    expect((await proves(ann, 'recovery-code', { code: typed })).status).toBe(201);
    expect(await ann.isSignedIn()).toBe(true);
    expect(typeOf(await proves(thief, 'recovery-code', { code: codes[0] }))).toEqual([422, 'wrong-code']);
    expect((await ann.ask('GET', '/account/factors')).body).toMatchObject({ recoveryCodes: 9 });
  });

  it('are of one person', async () => {
    const bob = await people.signedIn('R2', 'Bob paints seven fences');
    expect(typeOf(await proves(bob, 'recovery-code', { code: codes[1] }))).toEqual([422, 'wrong-code']);
    expect(typeOf(await bob.ask('POST', '/account/recovery-codes', {}))).toEqual([409, 'no-factor-yet']);
  });

  it('are good for nothing once others are drawn', async () => {
    const ann = await signedIn();
    const before = codes;
    ({ codes } = (await ann.ask('POST', '/account/recovery-codes', {})).body as { codes: string[] });
    expect(codes.filter((one) => before.includes(one))).toEqual([]);
    expect(typeOf(await proves(ann, 'recovery-code', { code: before[5] }))).toEqual([422, 'wrong-code']);
    expect((await proves(ann, 'recovery-code', { code: codes[5] })).status).toBe(201);
  });
});

describe('a factor', () => {
  it('is called what its owner likes', async () => {
    const ann = await signedIn();
    const name = (id: string) => ann.ask('PUT', `/account/factors/${id}`, { name: 'the old telephone' });
    expect((await name(factorId)).status).toBe(200);
    expect(typeOf(await name(randomUUID()))).toEqual([404, 'no-such-factor']);
    expect((await ann.ask('GET', '/account/factors')).body).toMatchObject({
      rows: [{ name: 'the old telephone', usedAt: new Date(now).toISOString() }],
    });
  });

  it('is removed by its owner, who said within ten minutes who that is', async () => {
    const ann = await signedIn();
    const remove = (by: Browser, id = factorId) => by.ask('DELETE', `/account/factors/${id}`);
    const bob = await people.signedIn('R2', 'Bob paints seven fences');
    expect(typeOf(await remove(bob))).toEqual([404, 'no-such-factor']);
    now += 11 * MINUTE;
    for (const [method, path] of [
      ['DELETE', `/account/factors/${factorId}`],
      ['POST', '/account/totp'],
      ['POST', '/account/passkeys/challenge'],
      ['POST', '/account/recovery-codes'],
    ] as const) {
      const body = path.endsWith('recovery-codes') || method === 'DELETE' ? {} : { name: 'of a thief' };
      expect([path, ...typeOf(await ann.ask(method, path, body))]).toEqual([path, 403, 'proof-too-old']);
    }
    expect(typeOf(await proves(ann, 'password', { password: 'not hers' }))).toEqual([
      422,
      'wrong-credentials',
    ]);
    const before = ann.cookieOf('session');
    expect((await proves(ann, 'password', { password: ANN })).status).toBe(201);
    const between = ann.cookieOf('session');
    expect((await remove(ann)).status).toBe(200);
    expect(new Set([before, between, ann.cookieOf('session')]).size).toBe(3);
    expect(await ann.isSignedIn()).toBe(true);
    expect((await ann.ask('GET', '/account/factors')).body).toEqual({ rows: [], recoveryCodes: 0 });
    expect(typeOf(await proves(ann, 'recovery-code', { code: codes[7] }))).toEqual([422, 'wrong-code']);
    expect((await people.signedIn('R1', ANN)).cookies.size).toBe(2);
  });

  it('is one of ten at most', async () => {
    const ann = await people.signedIn('R1', ANN);
    for (let n = 0; n < 10; n += 1) await enrols(ann);
    expect(typeOf(await ann.ask('POST', '/account/totp', { name: 'an eleventh' }))).toEqual([
      409,
      'too-many-factors',
    ]);
    expect((await people.byOperator('GET', '/accounts/R1')).body).toMatchObject({ factors: ['totp'] });
  });

  it('goes, with all others and every session, when the operator resets the account', async () => {
    const ann = await signedIn();
    const { invitation } = await people.does('POST', '/accounts/R1/reset', { reason: 'a lost telephone' });
    expect(await ann.isSignedIn()).toBe(false);
    expect((await ann.ask('GET', '/account/factors')).status).toBe(404);
    const accept = { invitation, password: ANN };
    expect((await people.browser().ask('POST', '/invitations/acceptance', accept)).status).toBe(201);
    const again = await people.signedIn('R1', ANN);
    expect((await again.ask('GET', '/account/factors')).body).toEqual({ rows: [], recoveryCodes: 0 });
    await enrols(again);
  });
});

describe('whoever guesses codes', () => {
  it('is stopped, and does not stop whoever is known by the browser', async () => {
    const ann = await signedIn();
    const thief = await halfWay();
    const told = [];
    for (let n = 0; n < 7; n += 1) told.push((await proves(thief, 'totp', { code: '000000' })).status);
    expect(told.at(-1)).toBe(429);
    expect(told.filter((status) => status === 422).length).toBeLessThanOrEqual(5);
    now += 2 * MINUTE;
    expect(typeOf(await proves(thief, 'totp', { code: code() }))).toEqual([429, 'too-many-attempts']);
    expect((await ann.signIn('R1', ANN)).body).toMatchObject({ needs: ['totp'] });
    expect((await proves(ann, 'totp', { code: code() })).status).toBe(201);
  });
});
