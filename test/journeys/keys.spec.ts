import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

const BODIES: Readonly<Record<string, object>> = {
  units: { name: 'A unit', from: '2020-01-01' },
  opinions: {},
  tokens: { post: 'office', rosterNumber: 'R-office' },
};
