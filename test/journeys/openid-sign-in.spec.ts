import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { postIdOf } from '@redress/contracts/directory/ids';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { IdentityModule } from '../../services/identity/src/identity.module.js';
import { typeOf } from './account-holders.js';
import { Browser } from './browser.js';
import { type Answer, type Call, callerOf } from './caller.js';
import { CLIENT, type Forged, type Person, SECRET, TestProvider } from './openid/test-provider.js';
import { personWith } from './numbers.js';
import { startSystem, type System } from './system.js';

const ANN: Person = { sub: 'ann@campus', employee_number: 'R2', positions: ['secretary'] };
const NOW = Math.floor(Date.now() / 1_000);

let system: System;
let call: Call;
let campus: TestProvider;
let folder: string;

beforeAll(async () => {
  campus = await TestProvider.start();
  folder = await mkdtemp(join(tmpdir(), 'redress-providers-'));
  const described = {
    provider: 'campus',
    en: 'Campus account',
    zh: '统一身份认证',
    issuer: campus.issuer,
    clientId: CLIENT,
    clientSecretFile: join(folder, 'secret'),
    rosterNumber: 'employee_number',
    posts: 'positions',
    postCodes: { secretary: 'P01' },
  };
  writeFileSync(join(folder, 'secret'), `${SECRET}\n`);
  writeFileSync(join(folder, 'providers.json'), JSON.stringify([described]));
  process.env['REDRESS_PROVIDERS_FILE'] = join(folder, 'providers.json');
  system = await startSystem({ directory: DirectoryModule, identity: IdentityModule });
  call = callerOf(system.url);
  let written: Answer | undefined;
  for (const [path, body] of [
    ['/units/U01', { name: 'The university', from: '2020-01-01' }],
    ['/posts/P01', { unit: 'U01', title: 'Secretary', role: 'office', from: '2020-01-01' }],
    ['/posts/P02', { unit: 'U01', title: 'Head', role: 'unit', from: '2020-01-01' }],
    ['/people/R2', { name: 'Ann' }],
    ['/posts/P01/holders/R2', { from: '2020-01-01' }],
    ['/posts/P02/holders/R2', { from: '2020-01-01' }],
    ['/people/R3', { name: 'Bob' }],
  ] as const)
    written = await byOperator('PUT', path, body);
  expect((await byOperator('GET', `/posts?atLeast=${String(written?.body['position'])}`)).status).toBe(200);
  campus.serve(system.url);
});

afterAll(async () => {
  delete process.env['REDRESS_PROVIDERS_FILE'];
  await system.stop();
  await campus.stop();
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  campus.person = ANN;
  campus.forged = undefined;
});

const byOperator = (method: string, path: string, body?: object): Promise<Answer> =>
  call(method, `/api${path}`, { token: system.operatorToken, ...(body && { body }) });
const browser = (): Browser => new Browser(call, system.url);

/** Goes to the provider and comes back to the address that it names, which is not asked for yet. */
const there = async (at: Browser, returnTo = '/desk'): Promise<URL> => {
  const begun = await at.ask('GET', `/providers/campus/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
  expect(begun.status).toBe(303);
  return campus.sentBackFrom(new URL(begun.headers.get('location') ?? ''));
};
const back = (at: Browser, address: URL): Promise<Answer> =>
  at.ask('GET', `${address.pathname.replace('/api', '')}${address.search}`);
const signedIn = async (at: Browser): Promise<Answer> => back(at, await there(at));

describe('somebody who signs in at a provider', () => {
  it('finds it listed', async () => {
    expect((await call('GET', '/api/providers')).body).toEqual({
      rows: [{ provider: 'campus', en: 'Campus account', zh: '统一身份认证' }],
    });
    expect(typeOf(await browser().ask('GET', '/providers/nowhere/sign-in'))).toEqual([
      404,
      'no-such-provider',
    ]);
  });

  it('is who has the roster number that it names, in the post that it names, and comes back to where they were', async () => {
    const ann = browser();
    const answer = await signedIn(ann);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk']);
    const session = await ann.ask('GET', '/session');
    const person = await personWith(call, system.operatorToken, 'R2');
    expect(session.body).toMatchObject({ actor: { role: 'office', person, post: postIdOf('P01') } });
    const account = await byOperator('GET', '/accounts/R2');
    expect(account.body).toMatchObject({ status: 'open', operates: false });
    expect((await ann.ask('PUT', '/session/post', { post: 'P02' })).status).toBe(200);
  });

  it('is the same person the next time, and nobody when the provider names another number, or another has it', async () => {
    expect((await signedIn(browser())).status).toBe(303);
    campus.person = { ...ANN, employee_number: 'R3' };
    expect(typeOf(await signedIn(browser()))).toEqual([403, 'linked-otherwise']);
    campus.person = { ...ANN, sub: 'another@campus' };
    expect(typeOf(await signedIn(browser()))).toEqual([403, 'linked-otherwise']);
    campus.person = { sub: 'guest@campus', employee_number: 'R99' };
    expect(typeOf(await signedIn(browser()))).toEqual([403, 'nobody-of-that-number']);
    campus.person = { sub: 'guest@campus' };
    expect(typeOf(await signedIn(browser()))).toEqual([403, 'nobody-of-that-number']);
  });

  it('is not let in when the provider does not, or when the account is locked', async () => {
    campus.person = undefined;
    expect(typeOf(await signedIn(browser()))).toEqual([403, 'provider-refused']);
    campus.person = ANN;
    await byOperator('PUT', '/accounts/R2/lock', { reason: 'on leave' });
    expect(typeOf(await signedIn(browser()))).toEqual([403, 'account-locked']);
    await byOperator('DELETE', '/accounts/R2/lock', { reason: 'back again' });
  });

  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'desk'])(
    'is not sent on to %s',
    async (returnTo) => {
      const path = `/providers/campus/sign-in?returnTo=${encodeURIComponent(returnTo)}`;
      expect(typeOf(await browser().ask('GET', path))).toEqual([422, 'not-a-path-of-ours']);
    },
  );

  it('signs out there as well', async () => {
    const ann = browser();
    await signedIn(ann);
    await ann.ask('GET', '/session');
    const { status, body } = await ann.ask('DELETE', '/session');
    expect(status).toBe(200);
    const url = new URL(String(body['signOutAt']));
    expect([url.origin, url.searchParams.get('post_logout_redirect_uri')]).toEqual([
      campus.issuer,
      `${system.url}/`,
    ]);
    expect(url.searchParams.get('id_token_hint')).toMatch(/^ey/);
  });

  const end = async (claims: object, by?: Forged['by']): Promise<Answer> => {
    const body = await campus.logoutForm({ sub: ANN.sub, ...claims }, by);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return call('POST', '/api/providers/campus/logout', { body, headers });
  };

  it('is signed out here of the session of which it is said there, also when it is not said whose it is', async () => {
    campus.forged = { claims: { sid: 'the desk' } };
    const ann = browser();
    await signedIn(ann);
    // What was said before it began is not said of it.
    for (const claims of [{ sub: undefined, sid: 'another' }, { sid: 'another' }, { iat: NOW - 120 }])
      expect((await end(claims)).status).toBe(200);
    expect(await ann.isSignedIn()).toBe(true);
    expect((await end({ sub: undefined, sid: 'the desk' })).status).toBe(200);
    expect(await ann.isSignedIn()).toBe(false);
  });

  it('is signed out here by whoever they signed out there, and by nobody else', async () => {
    const ann = browser();
    await signedIn(ann);
    for (const claims of [
      { aud: 'another' },
      { iss: 'http://127.0.0.1:1' },
      { nonce: 'one' },
      { events: {} },
      { sub: undefined },
      { iat: NOW - 3_600 },
    ])
      expect(typeOf(await end(claims))).toEqual([400, 'proof-does-not-hold']);
    expect(typeOf(await end({}, 'a stranger'))).toEqual([400, 'proof-does-not-hold']);
    expect(typeOf(await end({}, 'nobody'))).toEqual([400, 'proof-does-not-hold']);
    expect((await end({ sub: 'another@campus' })).status).toBe(200);
    expect(await ann.isSignedIn()).toBe(true);
    expect((await end({})).status).toBe(200);
    expect(await ann.isSignedIn()).toBe(false);
  });
});

describe('what proves nothing', () => {
  const hour = 3_600;

  it.each<[string, Forged]>([
    ['another issuer', { claims: { iss: 'http://127.0.0.1:1' } }],
    ['another audience', { claims: { aud: 'another client' } }],
    ['an audience besides', { claims: { aud: [CLIENT, 'another'], azp: 'another' } }],
    ['another nonce', { claims: { nonce: 'of another sign-in' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['no signature', { by: 'nobody' }],
    ['the signature of another', { by: 'a stranger' }],
    ['an hour that is over', { claims: { exp: NOW - hour } }],
    ['an hour to come', { claims: { iat: NOW + hour, nbf: NOW + hour } }],
  ])('is a token with %s', async (_, forged) => {
    campus.forged = forged;
    const ann = browser();
    expect(typeOf(await signedIn(ann))).toEqual([403, 'proof-does-not-hold']);
    expect(await ann.isSignedIn()).toBe(false);
  });

  it('but a clock may be a few seconds off', async () => {
    campus.forged = { claims: { exp: Math.floor(Date.now() / 1_000) - 5 } };
    expect((await signedIn(browser())).status).toBe(303);
  });

  it('is an address that was used already', async () => {
    const ann = browser();
    const address = await there(ann);
    const ticket = new Map(ann.cookies);
    expect((await back(ann, address)).status).toBe(303);
    const thief = browser();
    for (const [name, value] of ticket) thief.cookies.set(name, value);
    expect(typeOf(await back(thief, address))).toEqual([403, 'sign-in-not-begun-here']);
  });

  it('is the code of another sign-in, used or not', async () => {
    const ann = browser();
    const used = await there(ann);
    await back(ann, used);
    for (const stolen of [used, await there(browser())]) {
      const mallory = browser();
      const address = await there(mallory);
      address.searchParams.set('code', stolen.searchParams.get('code') ?? '');
      expect(typeOf(await back(mallory, address))).toEqual([403, 'proof-does-not-hold']);
    }
  });

  it('is what another browser began, or what was changed on the way', async () => {
    const address = await there(browser());
    expect(typeOf(await back(browser(), address))).toEqual([403, 'sign-in-not-begun-here']);
    for (const [name, value] of [
      ['state', 'another'],
      ['iss', 'http://127.0.0.1:1'],
    ] as const) {
      const ann = browser();
      const changed = await there(ann);
      changed.searchParams.set(name, value);
      expect(typeOf(await back(ann, changed))).toEqual([403, 'proof-does-not-hold']);
    }
  });
});
