import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { postIdOf, unitIdOf } from '@redress/contracts/directory/ids';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { IdentityModule } from '../../services/identity/src/identity.module.js';
import { Browser } from './browser.js';
import { type Answer, type Call, callerOf } from './caller.js';
import { personWith } from './numbers.js';
import { startSystem, type System } from './system.js';

let system: System;
let call: Call;
let head: Browser;
let deputy: Browser;

const PASSWORDS = { R1: 'the head likes long walks', R2: 'her deputy likes short ones' };
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
const inAWeek = new Date(Date.parse(today) + 7 * 86_400_000).toISOString().slice(0, 10);
const byOperator = (method: string, path: string, body: object = {}): Promise<Answer> =>
  call(method, `/api${path}`, { token: system.operatorToken, body });
const idOf = (rosterNumber: string) => personWith(call, system.operatorToken, rosterNumber);

const signedIn = async (rosterNumber: 'R1' | 'R2'): Promise<Browser> => {
  const browser = new Browser(call, system.url);
  const { body } = await byOperator('POST', `/accounts/${rosterNumber}/invitation`);
  const accept = { invitation: body['invitation'], password: PASSWORDS[rosterNumber] };
  expect((await browser.ask('POST', '/invitations/acceptance', accept)).status).toBe(201);
  expect((await browser.signIn(rosterNumber, PASSWORDS[rosterNumber])).status).toBe(201);
  return browser;
};

beforeAll(async () => {
  system = await startSystem({ directory: DirectoryModule, identity: IdentityModule });
  call = callerOf(system.url);
  let written: Answer | undefined;
  for (const [path, body] of [
    ['/units/U01', { name: 'The office', from: '2020-01-01' }],
    ['/posts/P01', { unit: 'U01', title: 'Head', role: 'office', from: '2020-01-01' }],
    ['/people/R1', { name: '王伟' }],
    ['/people/R2', { name: '李娜' }],
    ['/posts/P01/holders/R1', { from: '2020-01-01' }],
  ] as const)
    written = await byOperator('PUT', path, body);
  const position = String(written?.body['position']);
  expect((await call('GET', `/api/posts?atLeast=${position}`, { token: system.operatorToken })).status).toBe(
    200,
  );
  head = await signedIn('R1');
  deputy = await signedIn('R2');
});

afterAll(() => system.stop());

const deputise = (by: Browser, id: string, more: object = {}): Promise<Answer> =>
  by.ask('PUT', `/posts/P01/deputies/${id}`, { rosterNumber: 'R2', from: today, until: inAWeek, ...more });

it('whoever holds a post has another act in it, under both names, until it is enough', async () => {
  const id = randomUUID();
  expect((await deputy.ask('PUT', '/session/post', { post: 'P01' })).status).toBe(422);
  expect(await deputise(head, id)).toMatchObject({ status: 200 });
  expect(await deputise(head, id)).toMatchObject({ status: 200 });

  const acts = {
    role: 'office',
    person: await idOf('R2'),
    post: postIdOf('P01'),
    unit: unitIdOf('U01'),
    onBehalfOf: await idOf('R1'),
  };
  const chosen = await deputy.ask('PUT', '/session/post', { post: 'P01' });
  expect(chosen).toMatchObject({ status: 200, body: { actor: acts } });
  expect((await deputy.ask('PUT', '/units/U02', { name: 'Garden', from: today })).status).toBe(200);
  expect(await deputise(deputy, randomUUID())).toMatchObject({
    status: 409,
    body: { type: '/problems/another-deputy-then' },
  });

  expect((await head.ask('DELETE', `/posts/P01/deputies/${id}`)).status).toBe(200);
  expect((await deputy.ask('PUT', '/session/post', { post: 'P01' })).status).toBe(422);
});
