import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { IdentityModule } from '../../services/identity/src/identity.module.js';
import { Browser } from './browser.js';
import { type Answer, type Call, callerOf } from './caller.js';
import { startSystem, type System } from './system.js';

let system: System;
let call: Call;

const browser = (): Browser => new Browser(call, system.url);
const byOperator = (method: string, path: string, body: object = {}): Promise<Answer> =>
  call(method, `/api${path}`, { token: system.operatorToken, body });

beforeAll(async () => {
  system = await startSystem({ directory: DirectoryModule, identity: IdentityModule });
  call = callerOf(system.url);
  for (const rosterNumber of ['R1', 'R3'])
    expect((await byOperator('PUT', `/people/${rosterNumber}`, { name: rosterNumber })).status).toBe(200);
});

afterAll(() => system.stop());

const invited = async (rosterNumber: string, password: string): Promise<void> => {
  const { status, body } = await byOperator('POST', `/accounts/${rosterNumber}/invitation`);
  expect(status).toBe(201);
  const accept = { invitation: String(body['invitation']), password };
  expect((await browser().ask('POST', '/invitations/acceptance', accept)).status).toBe(201);
};

describe('the operator', () => {
  it('locks an account: its sessions end, and the right password is answered as any other', async () => {
    await invited('R1', 'a password of mister Wang');
    const wang = browser();
    await wang.signIn('R1', 'a password of mister Wang');
    expect((await byOperator('PUT', '/accounts/R1/lock', { reason: 'on leave' })).status).toBe(200);
    expect(await wang.isSignedIn()).toBe(false);
    const [locked, unknown] = [
      await browser().signIn('R1', 'a password of mister Wang'),
      await browser().signIn('R-nobody', 'a password of mister Wang'),
    ];
    const said = ({ status, body }: Answer) => ({ ...body, status, instance: 'another each time' });
    expect(locked.status).toBe(401);
    expect(said(locked)).toEqual(said(unknown));
    await byOperator('DELETE', '/accounts/R1/lock', { reason: 'back again' });
    expect((await browser().signIn('R1', 'a password of mister Wang')).status).toBe(201);
  });

  it('resets an account, whose password and sessions are gone then', async () => {
    const wang = browser();
    await wang.signIn('R1', 'a password of mister Wang');
    const { body } = await byOperator('POST', '/accounts/R1/reset', { reason: 'forgotten' });
    expect(await wang.isSignedIn()).toBe(false);
    expect((await browser().signIn('R1', 'a password of mister Wang')).status).toBe(401);
    const accept = { invitation: body['invitation'], password: 'Wang remembers this one' };
    expect((await browser().ask('POST', '/invitations/acceptance', accept)).status).toBe(201);
    expect((await browser().signIn('R1', 'Wang remembers this one')).status).toBe(201);
  });
});

describe('an invitation that is asked for twice', () => {
  const asked = (path: string, key: string, body: object = {}): Promise<Answer> =>
    call('POST', `/api${path}`, {
      token: system.operatorToken,
      headers: { 'idempotency-key': key },
      body,
    });
  const accepted = (invitation: unknown, password: string): Promise<Answer> =>
    browser().ask('POST', '/invitations/acceptance', { invitation, password });

  beforeAll(() => byOperator('PUT', '/people/R5', { name: 'R5' }));

  it('is told again as it was, and opens the account once', async () => {
    const [path, key] = ['/accounts/R5/invitation', 'invites-R5-this-one-time'];
    const first = await asked(path, key);
    expect(first.status).toBe(201);
    expect((await asked(path, key)).body).toEqual(first.body);
    expect((await accepted(first.body['invitation'], 'a heron stands on one leg')).status).toBe(201);
    expect(await asked(path, key)).toMatchObject({
      status: 409,
      body: { type: '/problems/invitation-is-over' },
    });
    expect((await accepted(first.body['invitation'], 'another heron on two')).status).toBe(404);
    expect((await browser().signIn('R5', 'a heron stands on one leg')).status).toBe(201);
  });

  it('and the repeat of a reset takes nothing away that was set since', async () => {
    const [path, key, why] = ['/accounts/R5/reset', 'resets-R5-this-one-time', { reason: 'forgotten' }];
    const first = await asked(path, key, why);
    expect((await asked(path, key, why)).body).toEqual(first.body);
    expect((await accepted(first.body['invitation'], 'a stork stands on one leg')).status).toBe(201);
    expect(await asked(path, key, why)).toMatchObject({ status: 409 });
    expect((await browser().signIn('R5', 'a stork stands on one leg')).status).toBe(201);
  });

  it('is over once another took its place, or its person has left', async () => {
    await byOperator('PUT', '/people/R6', { name: 'R6' });
    const path = '/accounts/R6/invitation';
    const [one, other] = ['invites-R6-the-first-time', 'invites-R6-another-time'];
    expect((await asked(path, one)).status).toBe(201);
    expect((await asked(path, other)).status).toBe(201);
    expect(await asked(path, one)).toMatchObject({
      status: 409,
      body: { type: '/problems/invitation-is-over' },
    });
    await byOperator('PUT', '/people/R6/departure');
    expect(await asked(path, other)).toMatchObject({
      status: 422,
      body: { type: '/problems/no-such-person' },
    });
  });
});

describe('a sign-in that fails', () => {
  it('is told in the same words, whoever it is for', async () => {
    for (const rosterNumber of ['R11', 'R12', 'R13'])
      await byOperator('PUT', `/people/${rosterNumber}`, { name: rosterNumber });
    for (const rosterNumber of ['R11', 'R12']) await invited(rosterNumber, 'a password that is right');
    await byOperator('POST', '/accounts/R13/invitation');
    await byOperator('PUT', '/accounts/R12/lock', { reason: 'on leave' });
    const told = await Promise.all(
      [
        ['R-unknown-here', 'a password that is right'],
        ['R11', 'a password that is wrong'],
        ['R12', 'a password that is right'],
        ['R13', 'a password that is right'],
      ].map(async ([rosterNumber = '', password = '']) => {
        const { status, body, headers } = await browser().signIn(rosterNumber, password);
        const names = [...headers.keys()].toSorted();
        const size = headers.get('content-length');
        return { status, body: { ...body, instance: '' }, names, size, cookies: headers.getSetCookie() };
      }),
    );
    expect(told[0]).toMatchObject({
      status: 401,
      body: { type: '/problems/wrong-credentials' },
      cookies: [],
    });
    for (const each of told) expect(each).toEqual(told[0]);
  });
});

describe('who guesses', () => {
  it('is stopped, and does not stop whoever is known by the browser', async () => {
    await invited('R3', 'Bob paints seven fences');
    const bob = browser();
    expect((await bob.signIn('R3', 'Bob paints seven fences')).status).toBe(201);
    const statuses = [];
    for (let n = 0; n < 7; n += 1) statuses.push((await browser().signIn('R3', `guess ${String(n)}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect((await browser().signIn('R3', 'Bob paints seven fences')).status).toBe(429);
    expect((await bob.signIn('R3', 'Bob paints seven fences')).status).toBe(201);
    for (let n = 0; n < 5; n += 1) await browser().signIn('R-unknown', `guess ${String(n)}`);
    expect((await browser().signIn('R-unknown', 'guess 5')).status).toBe(429);
  });
});
