import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postIdOf, unitIdOf } from '@redress/contracts/directory/ids';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { FirstRun } from '../../services/identity/src/first-run/first-run.js';
import { IdentityModule } from '../../services/identity/src/identity.module.js';
import { Browser } from './browser.js';
import { type Answer, type Call, callerOf } from './caller.js';
import { personWith } from './numbers.js';
import { startSystem, type System } from './system.js';

const KEEPER = 'the keeper rides a bicycle';
const ANN = 'Ann counts 47 grey herons';
const LATER = 'then 48 herons flew away';

let system: System;
let call: Call;
let setUpToken = '';
const told: string[] = [];

const browser = (): Browser => new Browser(call, system.url);
const byOperator = (method: string, path: string, body: object = {}): Promise<Answer> =>
  call(method, `/api${path}`, { token: system.operatorToken, body });
const idOf = (rosterNumber: string) => personWith(call, system.operatorToken, rosterNumber);
const typeOf = ({ status, body }: Answer): readonly unknown[] => [
  status,
  String(body['type']).replace('/problems/', ''),
];

beforeAll(async () => {
  FirstRun.tell = (token) => (setUpToken = token);
  system = await startSystem({ directory: DirectoryModule, identity: IdentityModule });
  call = callerOf(system.url);
  for (const [path, body] of [
    ['/units/U01', { name: 'The university', from: '2020-01-01' }],
    ['/posts/P01', { unit: 'U01', title: 'Secretary', role: 'office', from: '2020-01-01' }],
    ['/posts/P02', { unit: 'U01', title: 'Head', role: 'unit', from: '2020-01-01' }],
    ['/people/R1', { name: '王伟' }],
    ['/people/R2', { name: 'Ann' }],
    ['/people/R3', { name: 'Bob' }],
    ['/posts/P01/holders/R2', { from: '2020-01-01' }],
  ] as const)
    expect((await byOperator('PUT', path, body)).status).toBe(200);
});

afterAll(() => system.stop());

describe('the first account', () => {
  const setUp = (more: object) =>
    browser().ask('POST', '/set-up', { token: setUpToken, rosterNumber: 'R0', password: KEEPER, ...more });

  it.each([
    ['set-up-already', 404, { token: 'rdu_guessed' }],
    ['password-too-short', 422, { password: '11 letters.' }],
    ['password-too-simple', 422, { password: 'abcdefghijkl' }],
    ['no-such-person', 422, {}],
  ])('is not opened: %s', async (type, status, more) => {
    expect(typeOf(await setUp(more))).toEqual([status, type]);
  });

  it('is opened once, with the token of the start, and keeps the system', async () => {
    expect((await setUp({ name: 'Chen' })).status).toBe(201);
    expect(typeOf(await setUp({ name: 'Chen' }))).toEqual([404, 'set-up-already']);
    const keeper = browser();
    expect(await keeper.signIn('R0', KEEPER)).toMatchObject({ status: 201, body: { needs: [] } });
    const { body } = await keeper.ask('GET', '/session');
    expect(body).toMatchObject({ actor: { role: 'operator', person: await idOf('R0') }, posts: [] });
    expect((await keeper.ask('PUT', '/people/R4', { name: 'Dan' })).status).toBe(200);
    expect(await keeper.ask('GET', '/accounts/R0')).toMatchObject({
      body: { status: 'open', operates: true },
    });
  });
});

describe('somebody who is invited', () => {
  it('opens the account once, and is told the same invitation when it is asked for again', async () => {
    const key = { 'idempotency-key': 'invites-ann-0001' };
    const invite = () =>
      call('POST', '/api/accounts/R2/invitation', { token: system.operatorToken, headers: key });
    const invitation = String((await invite()).body['invitation']);
    expect(await invite()).toMatchObject({ status: 201, body: { invitation } });
    told.push(invitation, ANN);

    const accept = (password: string) =>
      browser().ask('POST', '/invitations/acceptance', { invitation, password });
    expect(typeOf(await accept('short'))).toEqual([422, 'password-too-short']);
    expect((await accept(ANN)).status).toBe(201);
    expect(typeOf(await accept('the password of a thief'))).toEqual([404, 'no-such-invitation']);
    expect(typeOf(await byOperator('POST', '/accounts/R2/invitation'))).toEqual([
      409,
      'account-open-already',
    ]);
  });

  it('must be registered, and invited by the operator', async () => {
    expect(typeOf(await byOperator('POST', '/accounts/R99/invitation'))).toEqual([422, 'no-such-person']);
    const ann = browser();
    await ann.signIn('R2', ANN);
    expect(typeOf(await ann.ask('POST', '/accounts/R3/invitation', {}))).toEqual([403, 'not-the-operator']);
  });
});

describe('a session', () => {
  it('acts in the only post that its person holds', async () => {
    const ann = browser();
    const answer = await ann.signIn('R2', ANN);
    const actor = {
      role: 'office',
      person: await idOf('R2'),
      post: postIdOf('P01'),
      unit: unitIdOf('U01'),
    };
    expect(answer).toMatchObject({ status: 201, body: { actor, needs: [] } });
    expect(answer.body).not.toHaveProperty('token');
    const { headers } = answer;
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/^redress-loopback-session=rds_[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    told.push(ann.cookieOf('session'), ann.cookieOf('device'));
    expect(await ann.ask('GET', '/session')).toMatchObject({
      body: { actor, posts: [{ code: 'P01', title: 'Secretary' }], csrfToken: ann.csrfToken },
    });
    expect((await ann.ask('PUT', '/units/U02', { name: 'Library', from: '2020-01-01' })).status).toBe(200);
  });

  it('acts in the post that is chosen, under another cookie each time', async () => {
    await byOperator('PUT', '/posts/P02/holders/R2', { from: '2020-01-01' });
    const ann = browser();
    await ann.signIn('R2', ANN);
    const before = new Map(ann.cookies);
    const chosen = await ann.ask('PUT', '/session/post', { post: 'P02' });
    expect(chosen).toMatchObject({ status: 200, body: { actor: { role: 'unit', post: postIdOf('P02') } } });
    const old = browser();
    for (const [name, value] of before) old.cookies.set(name, value);
    expect([await ann.isSignedIn(), await old.isSignedIn()]).toEqual([true, false]);

    expect(typeOf(await ann.ask('PUT', '/session/post', { post: 'P99' }))).toEqual([422, 'does-not-hold-it']);
    expect(await ann.ask('PUT', '/session/post', {})).toMatchObject({
      body: { actor: { role: 'submitter', person: await idOf('R2') } },
    });
  });

  it('is no longer in a post that its person left', async () => {
    const ann = browser();
    await ann.signIn('R2', ANN);
    await ann.ask('PUT', '/session/post', { post: 'P02' });
    await byOperator('DELETE', '/posts/P02/holders/R2', { until: '2024-01-01' });
    const again = browser();
    await again.signIn('R2', ANN);
    expect(typeOf(await again.ask('PUT', '/session/post', { post: 'P02' }))).toEqual([
      422,
      'does-not-hold-it',
    ]);
  });

  it('changes nothing for a page of another site, nor without the token of ours', async () => {
    const ann = browser();
    await ann.signIn('R2', ANN);
    const change = (more: Readonly<Record<string, string>>) =>
      ann.ask('PUT', '/units/U03', { name: 'Garden', from: '2020-01-01' }, more);
    expect(typeOf(await change({ origin: 'https://elsewhere.example' }))).toEqual([403, 'from-another-site']);
    expect(typeOf(await change({ 'sec-fetch-site': 'cross-site' }))).toEqual([403, 'from-another-site']);
    expect(typeOf(await change({ 'sec-fetch-site': 'same-site' }))).toEqual([403, 'from-another-site']);
    expect(typeOf(await change({ 'x-csrf-token': 'guessed' }))).toEqual([403, 'no-csrf-token']);
    expect((await change({})).status).toBe(200);
    const foreign = { origin: 'https://elsewhere.example' };
    const signIn = await ann.ask('POST', '/session', { rosterNumber: 'R2', password: ANN }, foreign);
    expect(typeOf(signIn)).toEqual([403, 'from-another-site']);
  });

  it('ends by itself, one by one, or all at once', async () => {
    const [one, two, three] = [browser(), browser(), browser()];
    for (const each of [one, two, three]) await each.signIn('R2', ANN);
    const { body } = await three.ask('GET', '/session');
    const rows = {
      rows: expect.arrayContaining([expect.objectContaining({ sessionId: body['tokenId'], by: 'password' })]),
    };
    expect((await one.ask('GET', '/sessions')).body).toEqual(rows);
    expect((await two.ask('DELETE', `/sessions/${String(body['tokenId'])}`)).status).toBe(200);
    expect([await one.isSignedIn(), await three.isSignedIn()]).toEqual([true, false]);
    const stolen = new Map(one.cookies);
    expect((await one.ask('DELETE', '/session')).status).toBe(200);
    for (const [name, value] of stolen) one.cookies.set(name, value);
    expect(await one.isSignedIn()).toBe(false);
    const [four, five] = [browser(), browser()];
    for (const each of [four, five]) await each.signIn('R2', ANN);
    const own = String((await five.ask('GET', '/session')).body['tokenId']);
    expect((await five.ask('DELETE', `/sessions?except=${own}`)).status).toBe(200);
    expect([await two.isSignedIn(), await four.isSignedIn(), await five.isSignedIn()]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await five.ask('DELETE', '/sessions')).status).toBe(200);
    expect(await five.isSignedIn()).toBe(false);
  });

  it('that is the one with which a password is changed goes on, under another cookie; others end', async () => {
    const [here, there] = [browser(), browser()];
    for (const each of [here, there]) await each.signIn('R2', ANN);
    const set = (password: string) => here.ask('PUT', '/session/password', { password, newPassword: LATER });
    expect(typeOf(await set('not her password'))).toEqual([422, 'wrong-credentials']);
    expect((await set(ANN)).status).toBe(200);
    told.push(LATER);
    expect([await here.isSignedIn(), await there.isSignedIn()]).toEqual([true, false]);
    expect((await browser().signIn('R2', ANN)).status).toBe(401);
    expect((await here.ask('PUT', '/session/password', { password: LATER, newPassword: ANN })).status).toBe(
      200,
    );
  });
});

it('leaves no password, token or invitation anywhere but hashed', () => {
  told.push(setUpToken, KEEPER);
  const files = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files(path) : [path];
    });
  const kept = files(process.env['REDRESS_DATA'] ?? '').map((path) => [path, readFileSync(path)] as const);
  expect(kept.map(([path]) => path).some((path) => path.endsWith('identity.secrets.sqlite'))).toBe(true);
  expect(told.length).toBe(7);
  for (const secret of told) {
    expect(secret.length).toBeGreaterThan(10);
    expect(kept.filter(([, bytes]) => bytes.includes(secret)).map(([path]) => path)).toEqual([]);
  }
});
