import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { refused } from './expected.js';
import { sentRaw } from './raw.js';
import { type Who, world } from './world.js';

const id = randomUUID();
const unit = { name: 'A unit', from: '2020-01-01' };
const post = { unit: 'library', title: 'Head', role: 'operator', from: '2020-01-01' };

describe('API5: broken function level authorisation', () => {
  it.each([
    ['kitchen', 'PUT', '/units/U-new', unit, 403, 'may-not-change-the-organisation'],
    ['kitchen', 'PUT', '/posts/P-new', post, 403, 'may-not-change-the-organisation'],
    [
      'kitchen',
      'PUT',
      '/posts/office/holders/R-kitchen',
      { from: '2020-01-01' },
      403,
      'may-not-change-the-organisation',
    ],
    ['team', 'PUT', '/people/R-new', { name: 'X' }, 403, 'may-not-change-the-organisation'],
    ['office', 'POST', '/tokens', { post: 'auditor', rosterNumber: 'R-auditor' }, 403, 'not-the-operator'],
    ['office', 'POST', '/accounts/R-auditor/invitation', {}, 403, 'not-the-operator'],
    ['auditor', 'POST', '/accounts/R-office/reset', { reason: 'x' }, 403, 'not-the-operator'],
    ['auditor', 'PUT', '/accounts/R-office/lock', { reason: 'x' }, 403, 'not-the-operator'],
    ['kitchen', 'PUT', '/tasks/:task/closing', { entryId: id, outcome: 'x' }, 403, 'not-the-office'],
    ['kitchen', 'PUT', `/tasks/:task/cards/${id}`, { colour: 'red', reason: 'x' }, 403, 'not-the-office'],
    ['team', 'PUT', `/tasks/:task/reminders/${id}`, { text: 'x' }, 403, 'not-the-office'],
    ['library', 'DELETE', `/calendar/holidays/${id}`, { reason: 'x' }, 403, 'not-the-office'],
    ['operator', 'PUT', '/opinions/:opinion/acknowledgement', {}, 403, 'not-addressed-to-you'],
    ['operator', 'PUT', '/tasks/:task/acceptance', { responsible: id }, 403, 'not-the-lead-unit'],
    [
      'office',
      'PUT',
      `/people/${id}/legal-holds/${id}/lifting`,
      { reason: 'x' },
      403,
      'not-the-leading-group',
    ],
    ['kitchen', 'DELETE', `/people/${id}/personal-data`, {}, 403, 'not-the-office'],
    ['office', 'GET', '/status', undefined, 403, 'not-the-operator'],
    ['office', 'GET', '/events', undefined, 404, 'not-found'],
    ['operator', 'GET', '/tasks', undefined, 404, 'not-found'],
    ['operator', 'GET', '/opinions', undefined, 404, 'not-found'],
    ['operator', 'GET', '/cases/:opinion', undefined, 404, 'not-found'],
    ['operator', 'GET', '/ledger.csv', undefined, 404, 'not-found'],
    ['kitchen', 'GET', '/cases/:opinion', undefined, 404, 'not-found'],
    ['kitchen', 'GET', `/recusal/check?person=${id}&unit=${id}`, undefined, 404, 'not-found'],
  ] as const)('%s may not %s %s', async (who, method, path, body, status, type) => {
    const at = path.replace(':task', world().taskId).replace(':opinion', world().opinionId);
    const answer = await world().leavingNothing(() => world().as(who as Who | 'operator', method, at, body));
    expect(answer).toEqual(refused(status, type));
  });

  it('the operator sees no content, whatever else is seen', async () => {
    for (const path of [
      '/tasks/:task',
      '/opinions/:opinion',
      '/issues/:issue',
      '/notices',
      '/status/audit',
    ]) {
      const at = path
        .replace(':task', world().taskId)
        .replace(':opinion', world().opinionId)
        .replace(':issue', world().issueId);
      expect(JSON.stringify((await world().as('operator', 'GET', at)).body)).not.toMatch(/soup/i);
    }
  });

  it.each([
    ['X-HTTP-Method-Override', 'DELETE'],
    ['X-HTTP-Method', 'DELETE'],
    ['X-Method-Override', 'DELETE'],
    ['X-Original-URL', '/api/status'],
    ['X-Rewrite-URL', '/api/status'],
    ['X-Forwarded-For', '127.0.0.1'],
    ['X-Forwarded-Host', 'localhost'],
    ['Forwarded', 'for=127.0.0.1;host=localhost;proto=https'],
    ['X-Real-IP', '127.0.0.1'],
    ['X-Actor', '{"role":"operator"}'],
    ['X-Role', 'operator'],
    ['X-User', 'R-office'],
  ])('%s: %s changes nothing', async (name, value) => {
    const token = world().people.tokenOf('kitchen');
    const asked = (path: string, method = 'GET') =>
      world().call(method, path, { token, headers: { [name]: value } });
    expect((await asked('/api/me')).body).toMatchObject({ actor: { role: 'unit' } });
    expect(await asked('/api/status')).toEqual(refused(403, 'not-the-operator'));
    expect(await asked('/api/units/library', 'POST')).toEqual(refused(405, 'method-not-allowed'));
  });

  it.each(['?_method=DELETE', '?method=DELETE', '?role=operator', '?actor[role]=operator', '?admin=true'])(
    'nor does %s in an address',
    async (query) => {
      expect(await world().as('kitchen', 'GET', `/tasks${query}`)).toEqual(
        refused(400, 'malformed', { errors: expect.anything() }),
      );
    },
  );

  it.each([
    '/API/status',
    '/api/STATUS',
    '/api/status/',
    '/api//status',
    '//api/status',
    '/api/status;x',
    '/api/status%2f',
    '/api/status%00',
    '/api/status.json',
  ])('no other spelling of an address leads in: %s', async (path) => {
    const token = world().people.tokenOf('kitchen');
    expect(await world().call('GET', path, { token })).toEqual(refused(404, 'no-such-route'));
  });

  it.each(['/api/x/../status', '/api/./status', '/api/docs/%2e%2e/status', '/api/docs/..%2fstatus'])(
    'nor a way round: %s',
    async (path) => {
      const head = `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`;
      const [answer] = await sentRaw(
        world().port,
        `${head}Authorization: Bearer ${world().people.tokenOf('kitchen')}\r\n\r\n`,
      );
      expect([answer?.status, answer?.type]).toEqual([400, 'malformed']);
    },
  );

  it.each(['PATCH', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'MKCOL', 'LOCK'])(
    'no method but its own: %s',
    async (method) => {
      const head = `${method} /api/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n`;
      const [answer] = await sentRaw(
        world().port,
        `${head}Authorization: Bearer ${world().people.tokenOf('kitchen')}\r\n\r\n`,
      );
      expect([answer?.status, answer?.type]).toEqual([405, 'method-not-allowed']);
      expect(answer?.head).toMatch(/allow: GET/i);
    },
  );

  it('who may not record the past does not', async () => {
    const { body } = await world().as('operator', 'POST', '/tokens', {
      post: 'office',
      rosterNumber: 'R-office',
    });
    const asked = {
      token: String(body['token']),
      headers: { 'happened-at': '2020-01-01T00:00:00.000Z' },
      body: unit,
    };
    await world().call('GET', '/api/me', { token: asked.token });
    const answer = await world().leavingNothing(() => world().call('PUT', '/api/units/U-past', asked));
    expect(answer).toEqual(refused(403, 'may-not-record-the-past'));
  });
});
