import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { postIdOf, unitIdOf } from '@redress/contracts/directory/ids';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { type Answer, type Call, callerOf } from './caller.js';
import { personWith } from './numbers.js';
import { startSystem, type System } from './system.js';

let system: System;
let call: Call;

const DAY_MS = 86_400_000;
const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
const today = inChina.format(new Date());
const yesterday = inChina.format(new Date(Date.now() - DAY_MS));

beforeAll(async () => {
  system = await startSystem({ directory: DirectoryModule });
  call = callerOf(system.url);
  for (const [path, body] of [
    ['/units/U01', { name: 'The university', from: '2020-01-01' }],
    ['/units/U07', { name: 'Logistics', parent: 'U01', from: '2020-01-01' }],
    ['/posts/P01', { unit: 'U01', title: 'Secretary', role: 'office', from: '2020-01-01' }],
    ['/posts/P07', { unit: 'U07', title: 'Head', role: 'unit', from: '2020-01-01' }],
    ['/people/R1', { name: '王伟' }],
    ['/people/R2', { name: 'Ann' }],
    ['/posts/P01/holders/R1', { from: '2020-01-01' }],
    ['/posts/P07/holders/R2', { from: '2020-01-01' }],
  ] as const)
    expect(await put(path, body)).toMatchObject({ status: 200 });
});

afterAll(() => system.stop());

const put = (path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  call('PUT', `/api${path}`, { token: system.operatorToken, body, headers });
const issue = (body: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  call('POST', '/api/tokens', { token: system.operatorToken, body, headers });
const tokenFor = async (post: string, rosterNumber: string, more: object = {}): Promise<string> =>
  (await issue({ post, rosterNumber, ...more })).body['token'] as string;
const listed = async (path: string, token: string): Promise<unknown> =>
  (await call('GET', `/api${path}`, { token })).body['rows'];

it('says nothing new when it is told the same again', async () => {
  const again = await put('/units/U07', { name: 'Logistics', parent: 'U01', from: '2020-01-01' });
  expect(again).toMatchObject({ status: 200, body: { revision: 0 } });
  expect(again.headers.get('etag')).toBe('"0"');
});

it('keeps what was, and shows it as of a day', async () => {
  const { body } = await put('/units/U07', { name: 'Services', parent: 'U01', from: '2024-09-01' });
  const at = `&atLeast=${String(body['position'])}`;
  const token = system.operatorToken;
  const [id, parent] = [unitIdOf('U07'), unitIdOf('U01')];
  expect(await listed(`/units?on=2024-08-31&text=logistics${at}`, token)).toEqual([]);
  expect(await listed(`/units?on=2024-08-31${at}`, token)).toContainEqual({
    id,
    code: 'U07',
    name: 'Logistics',
    parent,
    revision: 1,
  });
  expect(await listed(`/units?text=services${at}`, token)).toMatchObject([{ id, name: 'Services', parent }]);
  expect(await put('/units/U07', { name: 'Works', parent: 'U01', from: '2024-09-01' })).toMatchObject({
    status: 409,
    body: { type: '/problems/not-later-than-the-last-change' },
  });
});

it('changes only what was seen, if that is asked for', async () => {
  const body = { name: 'Services', parent: 'U01', from: '2025-01-01' };
  const moved = { name: 'Works', from: '2025-01-01' };
  expect(await put('/units/U07', moved, { 'if-match': '"0"' })).toMatchObject({
    status: 412,
    body: { type: '/problems/changed-meanwhile' },
  });
  // Nothing changes: there is nothing to protect.
  expect(await put('/units/U07', body, { 'if-match': '"0"' })).toMatchObject({ status: 200 });
  const done = await put('/units/U07', moved, { 'if-match': '"1"' });
  expect([done.status, done.headers.get('etag')]).toEqual([200, '"3"']);
});

it('does once what is sent twice under one key', async () => {
  const key = { 'idempotency-key': 'a-key-of-16-chars' };
  const first = await issue({ post: 'P01', rosterNumber: 'R1' }, key);
  expect(first).toMatchObject({ status: 201, body: { revision: 0 } });
  expect((await issue({ post: 'P01', rosterNumber: 'R1' }, key)).body).toEqual(first.body);
  expect(await issue({ post: 'P07', rosterNumber: 'R2' }, key)).toMatchObject({
    status: 422,
    body: { type: '/problems/key-used-for-another' },
  });
  const other = await issue({ post: 'P01', rosterNumber: 'R1' }, { 'idempotency-key': 'b-key-of-16-chars' });
  expect(other.body['token']).not.toBe(first.body['token']);
});

it('lets who holds a post act in it, and see whom it may', async () => {
  const office = await tokenFor('P01', 'R1');
  const head = await tokenFor('P07', 'R2');
  const ann = await personWith(call, office, 'R2');
  const actor = { role: 'unit', person: ann, post: postIdOf('P07'), unit: unitIdOf('U07') };
  expect((await call('GET', '/api/me', { token: head })).body).toMatchObject({ actor, recordsPast: false });
  const holders = async (token: string) => JSON.stringify(await listed('/posts', token));
  expect(await holders(office)).toContain('王伟');
  expect(await holders(head)).not.toContain('王伟');
  expect(await holders(head)).toContain('Ann');
  expect(await holders(system.operatorToken)).not.toContain('Ann');

  const person = { name: 'Ann Lee' };
  expect((await call('PUT', '/api/people/R2', { token: office, body: person })).status).toBe(200);
  expect((await call('PUT', '/api/people/R2', { token: head, body: person })).status).toBe(403);
  expect(
    (await call('POST', '/api/tokens', { token: office, body: { post: 'P01', rosterNumber: 'R1' } })).status,
  ).toBe(403);
  expect((await call('GET', '/api/status', { token: office })).status).toBe(403);
});

it('takes a moment of the past only from who may record it', async () => {
  const historian = await tokenFor('P01', 'R1', { recordsPast: true });
  const plain = await tokenFor('P01', 'R1');
  const register = (token: string, moment: string): Promise<Answer> =>
    call('PUT', '/api/people/R3', { token, body: { name: 'Bo' }, headers: { 'happened-at': moment } });
  const past = '2024-01-31T08:00:00.000Z';
  expect(await register(plain, past)).toMatchObject({
    status: 403,
    body: { type: '/problems/may-not-record-the-past' },
  });
  expect(await register(historian, '2999-01-01T00:00:00.000Z')).toMatchObject({
    status: 422,
    body: { type: '/problems/in-the-future' },
  });
  expect(await register(historian, 'last week')).toMatchObject({
    status: 400,
    body: { errors: { 'Happened-At': expect.anything() } },
  });
  expect((await register(historian, past)).status).toBe(200);
});

it('ends with the holding, with the token, and not before', async () => {
  const leaver = await tokenFor('P07', 'R2');
  const left = await call('DELETE', '/api/posts/P07/holders/R2', {
    token: system.operatorToken,
    body: { until: yesterday },
  });
  expect(left.status).toBe(200);
  expect((await call('GET', '/api/me', { token: leaver })).status).toBe(401);
  expect(await issue({ post: 'P07', rosterNumber: 'R2' })).toMatchObject({
    status: 422,
    body: { type: '/problems/does-not-hold-it' },
  });
  expect((await put('/posts/P07/holders/R1', { from: today })).status).toBe(200);
  const successor = await issue({ post: 'P07', rosterNumber: 'R1' });
  expect(successor.status).toBe(201);

  const path = `/api/tokens/${String(successor.body['tokenId'])}`;
  const revoke = (): Promise<Answer> =>
    call('DELETE', path, { token: system.operatorToken, body: { reason: 'lost' } });
  expect(await revoke()).toMatchObject({ status: 200, body: { revision: 1 } });
  expect(await revoke()).toMatchObject({ status: 200, body: { revision: 1 } });
  expect((await call('GET', '/api/me', { token: successor.body['token'] as string })).status).toBe(401);
});
