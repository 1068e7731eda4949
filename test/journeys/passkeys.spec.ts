import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonId } from '@redress/contracts/values';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { IdentityModule } from '../../services/identity/src/identity.module.js';
import { AccountHolders, typeOf } from './account-holders.js';
import { Authenticator, type Odd } from './authenticator.js';
import type { Browser } from './browser.js';
import { callerOf } from './caller.js';
import { personWith } from './numbers.js';
import { startSystem, type System } from './system.js';

// One story: people get passkeys, and others try to get in with what is none.

const ANN = 'Ann counts 47 grey herons';
const BOB = 'Bob paints seven fences';
const ELSEWHERE = 'https://redress.example.com';

let system: System;
let people: AccountHolders;
let origin = '';
let annId: PersonId | undefined;
let key: Authenticator;
let bobs: Authenticator;

type Asked = Parameters<Authenticator['makes']>[0];
const asked = async (browser: Browser, path: string, body: object = {}): Promise<Asked> => {
  const answer = await browser.ask('POST', path, body);
  expect([path, answer.status, answer.body]).toEqual([path, 201, answer.body]);
  return answer.body['options'] as Asked;
};
const newOne = (browser: Browser) => asked(browser, '/account/passkeys/challenge', { name: 'my laptop' });
const proof = (browser: Browser) => asked(browser, '/session/proofs/passkey/challenge');
const anybody = (browser: Browser) => asked(browser, '/session/passkey/challenge');
const enrols = async (browser: Browser, authenticator: Authenticator, odd?: Odd) =>
  browser.ask('POST', '/account/passkeys', authenticator.makes(await newOne(browser), odd));
const halfWay = async (rosterNumber = 'R1', password = ANN): Promise<Browser> => {
  const browser = people.browser();
  expect((await browser.signIn(rosterNumber, password)).body).toMatchObject({ needs: ['passkey'] });
  return browser;
};

beforeAll(async () => {
  AccountHolders.areEverywhere();
  system = await startSystem({ directory: DirectoryModule, identity: IdentityModule });
  origin = system.url.replace('127.0.0.1', 'localhost');
  people = new AccountHolders(system, origin);
  await people.person('R1', ANN);
  await people.person('R2', BOB);
  annId = await personWith(callerOf(system.url), system.operatorToken, 'R1');
  key = new Authenticator(origin, 7);
  bobs = new Authenticator(origin);
});
afterAll(() => system.stop());

describe('a passkey', () => {
  it('is not made at a bare address', async () => {
    const ann = await new AccountHolders(system).signedIn('R1', ANN);
    const begun = await ann.ask('POST', '/account/passkeys/challenge', { name: 'x' });
    expect(typeOf(begun)).toEqual([409, 'no-passkeys-here']);
    expect(typeOf(await ann.ask('POST', '/session/passkey/challenge'))).toEqual([409, 'no-passkeys-here']);
  });

  const odds: readonly (readonly [string, Odd])[] = [
    ['a page of another site', { origin: ELSEWHERE }],
    ['a frame in a page of another site', { crossOrigin: true }],
    ['another RP id', { rpId: 'redress.example.com' }],
    ['nobody who was there', { isPresent: false }],
    ['a statement where there is none', { statement: new Map([['x', 1]]) }],
    ['a format that there is not', { format: 'self-made' }],
    ['a signature of the wrong kind', { type: 'webauthn.get' }],
    ['another id than what was signed', { credentialId: 'AAAA' }],
    ['a packed statement that nobody signed', { format: 'packed', statement: new Map([['alg', -7]]) }],
  ];
  it.each(odds)('is not enrolled with %s', async (_, odd) => {
    const ann = await people.signedIn('R1', ANN);
    const type = odd.crossOrigin ? [404, 'no-such-enrolment'] : [422, 'passkey-not-accepted'];
    expect(typeOf(await enrols(ann, key, odd))).toEqual(type);
  });

  it('is not enrolled with a challenge of somebody else, nor one that was answered', async () => {
    const [ann, bob] = [await people.signedIn('R1', ANN), await people.signedIn('R2', BOB)];
    const enrol = (passkey: object) => ann.ask('POST', '/account/passkeys', passkey);
    const guessed = { challenge: Buffer.alloc(32).toString('base64url') };
    expect(typeOf(await enrol(key.makes(await newOne(ann), guessed)))).toEqual([404, 'no-such-enrolment']);
    expect(typeOf(await enrol(key.makes(await newOne(bob))))).toEqual([404, 'no-such-enrolment']);
    const other = await anybody(ann);
    expect(typeOf(await enrol(key.makes(await newOne(ann), other)))).toEqual([404, 'no-such-enrolment']);
    const options = await newOne(ann);
    expect(typeOf(await enrol(key.makes(options, { origin: ELSEWHERE })))).toEqual([
      422,
      'passkey-not-accepted',
    ]);
    expect(typeOf(await enrol(key.makes(options)))).toEqual([404, 'no-such-enrolment']);
    expect((await ann.ask('GET', '/account/factors')).body).toMatchObject({ rows: [] });
  });

  it('is enrolled as its browser made it, and of one person', async () => {
    const ann = await people.signedIn('R1', ANN);
    expect(await newOne(ann)).toMatchObject({
      rp: { id: 'localhost', name: 'Redress' },
      user: { name: 'my laptop' },
      attestation: 'none',
      excludeCredentials: [],
    });
    const before = ann.cookieOf('session');
    expect(await enrols(ann, key)).toMatchObject({ status: 201, body: { needs: [] } });
    expect(ann.cookieOf('session')).not.toBe(before);
    expect(await newOne(ann)).toMatchObject({ excludeCredentials: [{ id: key.credentialId }] });
    expect((await ann.ask('GET', '/account/factors')).body).toMatchObject({
      rows: [{ kind: 'passkey', name: 'my laptop' }],
    });
    const bob = await people.signedIn('R2', BOB);
    expect(typeOf(await enrols(bob, key))).toEqual([409, 'passkey-known-already']);
    expect((await enrols(bob, bobs, { isVerified: false })).status).toBe(201);
  });

  it('may be one of many, and be given up', async () => {
    const ann = await halfWay();
    await ann.ask('POST', '/session/proofs/passkey', key.signs(await proof(ann)));
    const second = new Authenticator(origin);
    expect((await enrols(ann, second)).status).toBe(201);
    const rows = async () =>
      (await ann.ask('GET', '/account/factors')).body['rows'] as { factorId: string; usedAt?: string }[];
    const [first, last] = await rows();
    expect([typeof first?.usedAt, last?.usedAt]).toEqual(['string', undefined]);
    expect((await ann.ask('DELETE', `/account/factors/${String(last?.factorId)}`)).status).toBe(200);
    expect(await rows()).toHaveLength(1);
    const signIn = second.signs(await anybody(ann));
    expect(typeOf(await ann.ask('POST', '/session/passkey', signIn))).toEqual([401, 'passkey-not-accepted']);
  });
});

const base64url = (text: string): string => Buffer.from(text).toString('base64url');

const ODD_PROOFS: readonly (readonly [string, Odd])[] = [
  ['a page of another site', { origin: ELSEWHERE }],
  ['a frame in a page of another site', { crossOrigin: true }],
  ['another RP id', { rpId: 'redress.example.com' }],
  ['nobody who was there', { isPresent: false }],
  ['the making of one', { type: 'webauthn.create' }],
  ['a counter that went back', { counter: 3 }],
  ['a credential that there is not', { credentialId: 'AAAA' }],
  ['the handle of somebody else', { userHandle: base64url('0190a5c4-3333-7aaa-8aaa-000000000001') }],
];

describe('as a second step', () => {
  it('completes a sign-in, be its user known to it or not', async () => {
    const bob = await halfWay('R2', BOB);
    const options = await proof(bob);
    expect(options).toMatchObject({ rpId: 'localhost', allowCredentials: [{ id: bobs.credentialId }] });
    const done = await bob.ask('POST', '/session/proofs/passkey', bobs.signs(options, { isVerified: false }));
    expect(done).toMatchObject({ status: 201, body: { needs: [] } });
    expect(await bob.isSignedIn()).toBe(true);
  });

  it.each(ODD_PROOFS)('is not taken with %s', async (_, odd) => {
    const ann = await halfWay();
    const passkey = key.signs(await proof(ann), odd);
    const told = await ann.ask('POST', '/session/proofs/passkey', passkey);
    expect(typeOf(told)).toEqual([422, 'passkey-not-accepted']);
    expect(await ann.isSignedIn()).toBe(false);
  });

  it('is not taken twice, of another session, of another person, or signed by another key', async () => {
    const [ann, other] = [await halfWay(), await halfWay()];
    const told = async (browser: Browser, passkey: object) =>
      typeOf(await browser.ask('POST', '/session/proofs/passkey', passkey));
    const refused = [422, 'passkey-not-accepted'];
    const good = key.signs(await proof(ann));
    expect(await told(other, good)).toEqual(refused);
    expect(await told(ann, good)).toEqual(refused);
    expect(await told(ann, bobs.signs(await proof(ann)))).toEqual(refused);
    const forged = bobs.signs(await proof(ann), { credentialId: key.credentialId });
    expect(await told(ann, forged)).toEqual(refused);
    const again = key.signs(await proof(ann));
    expect(await told(ann, again)).toEqual([201]);
    expect(await told(ann, again)).toEqual(refused);
  });
});

describe('as the whole sign-in', () => {
  const signIn = (browser: Browser, passkey: object) => browser.ask('POST', '/session/passkey', passkey);

  it('lets its user in without a name or a password', async () => {
    const ann = people.browser();
    const options = await anybody(ann);
    expect(options).toMatchObject({ userVerification: 'required' });
    expect(options).not.toHaveProperty('allowCredentials');
    const begun = await signIn(ann, key.signs(options));
    expect(begun).toMatchObject({ status: 201, body: { needs: [], actor: { person: annId } } });
    expect((await ann.ask('GET', '/sessions')).body).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ by: 'passkey' })]),
    });
  });

  it.each([...ODD_PROOFS, ['a user whom it did not ask who they are', { isVerified: false }] as const])(
    'is not taken with %s',
    async (_, odd) => {
      const thief = people.browser();
      const told = await signIn(thief, key.signs(await anybody(thief), odd));
      expect(typeOf(told)).toEqual([401, 'passkey-not-accepted']);
      expect(await thief.isSignedIn()).toBe(false);
    },
  );

  it('is not taken twice, nor with what was asked for something else', async () => {
    const [ann, thief] = [people.browser(), people.browser()];
    const good = key.signs(await anybody(ann));
    expect((await signIn(ann, good)).status).toBe(201);
    expect(typeOf(await signIn(thief, good))).toEqual([401, 'passkey-not-accepted']);
    const half = await halfWay();
    const forProof = key.signs(await proof(half));
    expect(typeOf(await signIn(thief, forProof))).toEqual([401, 'passkey-not-accepted']);
    const forSignIn = key.signs(await anybody(half));
    expect(typeOf(await half.ask('POST', '/session/proofs/passkey', forSignIn))).toEqual([
      422,
      'passkey-not-accepted',
    ]);
  });

  it('is not taken of an account that is locked', async () => {
    await people.does('PUT', '/accounts/R1/lock', { reason: 'on leave' });
    const ann = people.browser();
    expect(typeOf(await signIn(ann, key.signs(await anybody(ann))))).toEqual([401, 'passkey-not-accepted']);
    await people.does('DELETE', '/accounts/R1/lock', { reason: 'back again' });
    expect((await signIn(ann, key.signs(await anybody(ann)))).status).toBe(201);
  });
});
