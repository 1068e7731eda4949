import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@redress/messaging/nats-server.testing';
import { AuditModule } from '../../services/audit/src/audit.module.js';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { IntakeModule } from '../../services/intake/src/intake.module.js';
import { type Answer, type Call, callerOf } from './caller.js';
import { Staff } from './staff.js';
import { startSystem, type System } from './system.js';

let system: System;
let call: Call;
let staff: Staff<'office'>;

beforeAll(async () => {
  system = await startSystem({ directory: DirectoryModule, intake: IntakeModule, audit: AuditModule });
  call = callerOf(system.url);
  staff = await Staff.hired(call, system.operatorToken, { office: 'office' });
});

afterAll(() => system.stop());

const asOperator = (method: string, path: string, body?: object): Promise<Answer> =>
  call(method, `/api${path}`, { token: system.operatorToken, ...(body && { body }) });

const aKey = async (...scopes: readonly string[]): Promise<string> => {
  const key = await asOperator('POST', '/tokens', { post: 'office', rosterNumber: 'R-office', scopes });
  expect(key).toMatchObject({ status: 201, body: { actor: { scopes } } });
  return String(key.body['token']);
};

const OUT_OF_SCOPE = { status: 403, body: { type: '/problems/out-of-scope' } };
const opinion = { channel: 'web-form', title: 'A lamp', text: 'The lamp in the yard is dark' };

describe('a key that is confined', () => {
  it('does what it is for, and nothing else that its post may', async () => {
    const token = await aKey('opinions:submit');
    const sent = await call('POST', '/api/opinions', { token, body: opinion });
    expect(sent.status).toBe(201);
    for (const [method, path] of [
      ['GET', '/opinions'],
      ['GET', '/units'],
      ['PUT', '/units/U9'],
      ['PUT', `/opinions/${String(sent.body['opinionId'])}/acknowledgement`],
      ['POST', '/tokens'],
      ['GET', '/status'],
    ] as const) {
      const body = method === 'GET' ? undefined : BODIES[path.split('/')[1] ?? ''];
      const refused = await call(method, `/api${path}`, { token, ...(body && { body }) });
      expect([path, refused]).toEqual([path, expect.objectContaining({ status: 403 })]);
      expect(refused).toMatchObject(OUT_OF_SCOPE);
      expect(refused.headers.get('www-authenticate')).toContain('error="insufficient_scope"');
    }
  });

  it('is told so of what is there and of what is not alike', async () => {
    const token = await aKey('organisation:read');
    const there = await call('POST', '/api/opinions', { token: staff.tokenOf('office'), body: opinion });
    const paths = [
      `/opinions/${String(there.body['opinionId'])}`,
      '/opinions/0190a5c4-1111-7aaa-8aaa-000000000007',
    ];
    for (const path of paths) expect(await call('GET', `/api${path}`, { token })).toMatchObject(OUT_OF_SCOPE);
  });

  it('may do no more than its post: a scope takes away only', async () => {
    const token = await aKey('organisation', 'audit');
    expect(await call('GET', '/api/events', { token })).toMatchObject({
      status: 404,
      body: { type: '/problems/not-found' },
    });
    expect((await call('PUT', '/api/units/U1', { token, body: BODIES['units'] ?? {} })).status).toBe(200);
  });

  it('says what it is', async () => {
    const token = await aKey('organisation');
    const { body } = await call('GET', '/api/me', { token });
    expect(body).toMatchObject({ actor: { scopes: ['organisation'] } });
  });

  it.each([[[]], [['everything']], [['read', 'read']], ['read'], [['scim', 1]], [null]])(
    'is not made of %j',
    async (scopes) => {
      const key = { post: 'office', rosterNumber: 'R-office', scopes };
      expect(await asOperator('POST', '/tokens', key)).toMatchObject({
        status: 400,
        body: { type: '/problems/malformed', errors: { scopes: expect.anything() } },
      });
    },
  );
});

describe('the operator', () => {
  const listed = async (query = ''): Promise<readonly Row[]> =>
    (await asOperator('GET', `/tokens?limit=200${query}`)).body['rows'] as readonly Row[];
  const rowOf = async (tokenId: unknown): Promise<Row | undefined> =>
    (await listed()).find(({ id }) => id === tokenId);
  const issued = async (body: object): Promise<Answer> =>
    asOperator('POST', '/tokens', { post: 'office', rosterNumber: 'R-office', ...body });

  it('sees which keys there are, who issued them and when they were last used, and no text', async () => {
    const { body } = await issued({ scopes: ['read'], purpose: 'nightly export' });
    const { tokenId, token, position } = body;
    const [fresh] = (await listed(`&atLeast=${String(position)}&text=nightly`)) as readonly [Row];
    expect(fresh).toEqual({
      id: tokenId,
      purpose: 'nightly export',
      acts: expect.objectContaining({ role: 'office', scopes: ['read'] }),
      issuedBy: { role: 'operator' },
      issuedAt: expect.stringMatching(/Z$/),
      expiresAt: body['expiresAt'],
      recordsPast: false,
      isRevoked: false,
    });

    expect((await call('GET', '/api/units', { token: String(token) })).status).toBe(200);
    await eventually(async () => (await rowOf(tokenId))?.usedOn !== undefined);
    expect((await rowOf(tokenId))?.usedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(JSON.stringify(await listed())).not.toContain(String(token).slice(4));
  });

  it('gives a key a successor, and for a while both are good', async () => {
    const old = (await issued({ scopes: ['organisation:read'], purpose: 'a screen' })).body;
    const rotation = `/tokens/${String(old['tokenId'])}/rotation`;
    const key = { 'idempotency-key': 'rotate-this-one-once' };
    const asked = { token: system.operatorToken, headers: key, body: {} };
    const next = await call('POST', `/api${rotation}`, asked);
    expect(next).toMatchObject({ status: 201, body: { actor: { scopes: ['organisation:read'] } } });
    expect((await call('POST', `/api${rotation}`, asked)).body).toEqual(next.body);
    for (const { token } of [old, next.body] as { token: string }[])
      expect((await call('GET', '/api/units', { token })).status).toBe(200);
    expect(await asOperator('POST', rotation, {})).toMatchObject({
      status: 409,
      body: { type: '/problems/token-is-replaced' },
    });
    await eventually(async () => (await rowOf(old['tokenId']))?.replacedBy === next.body['tokenId']);
    expect(await rowOf(next.body['tokenId'])).toMatchObject({
      replaces: old['tokenId'],
      purpose: 'a screen',
    });
  });

  it('lets a key that may rotate itself do so, as it is and no further', async () => {
    const own = { scopes: ['organisation:read', 'rotation'], purpose: 'a screen', recordsPast: false };
    const old = (await issued(own)).body;
    const by = (token: unknown, body: object = {}, key = 'rotates-itself-this-once') =>
      call('POST', '/api/me/token/rotation', {
        token: String(token),
        headers: { 'idempotency-key': key },
        body,
      });
    const next = await by(old['token']);
    expect(next).toMatchObject({ status: 201, body: { actor: { scopes: own.scopes } } });
    expect((await by(old['token'])).body).toEqual(next.body);
    for (const { token } of [old, next.body] as { token: string }[])
      expect((await call('GET', '/api/units', { token })).status).toBe(200);
    expect((await by(old['token'], {}, 'rotates-it-once-more-then')).body['type']).toBe(
      '/problems/token-is-replaced',
    );
    await eventually(async () => (await rowOf(next.body['tokenId'])) !== undefined);
    expect(await rowOf(next.body['tokenId'])).toMatchObject({
      replaces: old['tokenId'],
      purpose: 'a screen',
      issuedBy: expect.objectContaining({ role: 'office' }),
    });
    const inHalfAYear = new Date(Date.now() + 180 * 86_400_000).toISOString();
    expect(
      (await by(next.body['token'], { expiresAt: inHalfAYear }, 'for-half-a-year-if-it-may')).body,
    ).toMatchObject({
      type: '/problems/expires-too-late',
    });
  });

  it('does not let a key rotate itself that is confined to other things, nor say which it is', async () => {
    const confined = (await issued({ scopes: ['organisation:read'] })).body;
    const asked = { token: String(confined['token']), body: {} };
    expect((await call('POST', '/api/me/token/rotation', asked)).body['type']).toBe('/problems/out-of-scope');
    const another = { tokenId: (await issued({})).body['tokenId'] };
    expect((await staff.as('office', 'POST', '/me/token/rotation', another)).status).toBe(400);
    const wider = { scopes: ['ledger'] };
    expect((await staff.as('office', 'POST', '/me/token/rotation', wider)).status).toBe(400);
    expect((await asOperator('POST', '/me/token/rotation', {})).body['type']).toBe('/problems/no-such-post');
  });

  it('ends the old one at once where it must be', async () => {
    const old = (await issued({})).body;
    const next = await asOperator('POST', `/tokens/${String(old['tokenId'])}/rotation`, { overlapHours: 0 });
    expect((await call('GET', '/api/me', { token: String(old['token']) })).status).toBe(401);
    expect((await call('GET', '/api/me', { token: String(next.body['token']) })).status).toBe(200);
  });

  it('is told of the revoked ones, and nobody else sees the keys of others', async () => {
    const { tokenId } = (await issued({})).body;
    const { body } = await asOperator('DELETE', `/tokens/${String(tokenId)}`, { reason: 'left in a train' });
    const revoked = await listed(`&status=revoked&atLeast=${String(body['position'])}`);
    expect(revoked).toContainEqual(expect.objectContaining({ id: tokenId, reason: 'left in a train' }));
    expect((await listed('&status=active')).map(({ id }) => id)).not.toContain(tokenId);

    const own = await staff.as('office', 'GET', '/tokens');
    expect(own.body['rows']).toContainEqual(expect.objectContaining({ id: tokenId }));
    const operators = (await listed()).filter(({ acts }) => acts.person === undefined);
    expect(operators).toHaveLength(1);
    expect(own.body['rows']).not.toContainEqual(expect.objectContaining({ id: operators[0]?.id }));
    const other = '0190a5c4-1111-7aaa-8aaa-000000000007';
    expect((await staff.as('office', 'GET', `/tokens?person=${other}`)).body['rows']).toEqual([]);
    for (const path of ['/tokens', `/tokens/${String(tokenId)}/rotation`])
      expect(
        await staff.as('office', 'POST', path, path === '/tokens' ? BODIES['tokens'] : {}),
      ).toMatchObject({
        status: 403,
        body: { type: '/problems/not-the-operator' },
      });
  });
});

type Row = {
  readonly id: string;
  readonly acts: { readonly person?: string };
  readonly usedOn?: string;
  readonly replacedBy?: string;
};

const BODIES: Readonly<Record<string, object>> = {
  units: { name: 'A unit', from: '2020-01-01' },
  opinions: {},
  tokens: { post: 'office', rosterNumber: 'R-office' },
};
