import { once } from 'node:events';
import { type IncomingMessage, request, type Server } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { type Answer, type Call, callerOf } from './caller.js';
import { startSystem, type System } from './system.js';

let system: System;
let call: Call;
let token: string;

beforeAll(async () => {
  system = await startSystem({ directory: DirectoryModule });
  call = callerOf(system.url);
  token = system.operatorToken;
});

afterAll(() => system.stop());

const unit = { name: 'Office', from: '2020-01-01' };
const put = (path: string, body: object | string, headers: Readonly<Record<string, string>> = {}) =>
  call('PUT', path, { token, body, headers });
const problem = (status: number, type: string, more: object = {}): Partial<Answer> => ({
  status,
  body: {
    type: `/problems/${type}`,
    status,
    title: expect.any(String),
    instance: expect.any(String),
    ...more,
  },
});

const NO_JSON = { errors: { body: [expect.objectContaining({ rule: 'json' })] } };

describe('what is malformed is answered with what is wrong', () => {
  it.each([
    ['no JSON', '{"name":', NO_JSON],
    ['nothing', '', NO_JSON],
    ['a forbidden key', '{"name":"x","__proto__":{"role":"office"}}', NO_JSON],
    ['another forbidden key', '{"constructor":{"prototype":{"role":"office"}}}', NO_JSON],
    ['a list', [unit], {}],
    ['null', 'null', {}],
    [
      'an unknown field',
      { ...unit, unitId: 'x' },
      { errors: { unitId: [expect.objectContaining({ rule: 'whitelistValidation' })] } },
    ],
    ['who acts', { ...unit, actor: { role: 'office' } }, { errors: { actor: expect.anything() } }],
    ['an operator of a database', { ...unit, from: { $gt: '' } }, { errors: { from: expect.anything() } }],
    [
      'a day that never was',
      { ...unit, from: '2025-02-29' },
      { errors: { from: [expect.objectContaining({ rule: 'date' })] } },
    ],
    [
      'a depth bomb',
      '['.repeat(50_000) + ']'.repeat(50_000),
      { errors: { body: [expect.objectContaining({ rule: 'depth' })] } },
    ],
    [
      'very many fields',
      Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [String(n), n])),
      { errors: { body: [expect.objectContaining({ rule: 'values' })] } },
    ],
  ])('%s', async (_, body, more) => {
    expect(await put('/api/units/U1', body)).toMatchObject(problem(400, 'malformed', more));
  });

  it('text that is no UTF-8, however it is sent', async () => {
    const mark = '{"name":"?","from":"2020-01-01"}';
    const bytes = Buffer.from(mark).fill(0xc4, mark.indexOf('?'), mark.indexOf('?') + 1);
    for (const more of [{ 'content-length': String(bytes.length) }, { 'transfer-encoding': 'chunked' }]) {
      const asked = request(`${system.url}/api/units/U1`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...more },
      });
      asked.end(bytes);
      const [response] = (await once(asked, 'response')) as [IncomingMessage];
      expect([response.statusCode, JSON.parse(await text(response))]).toEqual([
        400,
        expect.objectContaining({ type: '/problems/malformed', ...NO_JSON }),
      ]);
    }
  });

  it('in a path, a query and a header', async () => {
    expect(await put('/api/units/a%20b', unit)).toMatchObject(
      problem(400, 'malformed', { errors: { code: expect.anything() } }),
    );
    expect(await put('/api/units/%zz', unit)).toMatchObject(problem(400, 'malformed'));
    const query = { errors: { limit: expect.anything(), colour: expect.anything() } };
    expect(await call('GET', '/api/units?limit=0&colour=red', { token })).toMatchObject(
      problem(400, 'malformed', query),
    );
    const unheeded = { errors: { text: expect.anything(), atLeast: expect.anything() } };
    expect(await call('GET', '/api/events?text=rice&atLeast=1&order=desc', { token })).toMatchObject(
      problem(400, 'malformed', unheeded),
    );
    const cursor = { errors: { cursor: expect.anything() } };
    expect(await call('GET', '/api/units?cursor=none', { token })).toMatchObject(
      problem(400, 'malformed', cursor),
    );
    const twice = await put('/api/units/U1', unit, { 'if-match': '"1", "2"' });
    expect(twice).toMatchObject(problem(400, 'malformed', { errors: { 'If-Match': expect.anything() } }));
  });
});

describe('what is no request for a route is refused', () => {
  it('as too large', async () => {
    const name = 'x'.repeat(1_048_576);
    expect(await put('/api/units/U1', { ...unit, name })).toMatchObject(problem(413, 'too-large'));
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense'])(
    'as not JSON: %s',
    async (type) => {
      expect(await put('/api/units/U1', '{}', { 'content-type': type })).toMatchObject(
        problem(415, 'not-json'),
      );
    },
  );

  it.each([
    ['no request at all', 'HELLO', 400, 'malformed'],
    [
      'headers too large',
      `GET /api/me HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'too-large',
    ],
  ])('as %s', async (_, sent, status, type) => {
    const socket = connect(Number(new URL(system.url).port), '127.0.0.1');
    socket.write(sent);
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} .*content-type: application/problem`, 's'));
    expect(head).toContain('x-content-type-options: nosniff');
    expect(JSON.parse(body)).toMatchObject({ type: `/problems/${type}`, status });
  });

  it('as no route, or a method that it does not take', async () => {
    expect(await call('GET', '/api/nothing', { token })).toMatchObject(problem(404, 'no-such-route'));
    expect(await call('GET', '/', { token })).toMatchObject(problem(404, 'no-such-route'));
    const wrong = await call('PATCH', '/api/units/U1', { token, body: {} });
    expect(wrong).toMatchObject(problem(405, 'method-not-allowed'));
    expect(wrong.headers.get('allow')).toBe('DELETE, PUT');
  });
});

describe('who waits for a service that is not there', () => {
  it('is told when to come again', async () => {
    const submission = { channel: 'web-form', title: 'Light', text: 'The lamp is broken' };
    const answer = await call('POST', '/api/opinions', { body: submission });
    expect(answer).toMatchObject(problem(503, 'unavailable'));
    expect(answer.headers.get('retry-after')).toBe('1');
  });

  it('sees in the health what is missing', async () => {
    const missing = ['identity', 'intake', 'rectification', 'inspection', 'audit'];
    for (const path of ['/health/live', '/api/health/live'])
      expect((await call('GET', path)).status).toBe(200);
    for (const path of ['/health/ready', '/api/health/ready'])
      expect(await call('GET', path)).toMatchObject({ status: 503, body: { ready: false } });
    expect((await call('GET', '/api/health/ready')).headers.get('retry-after')).toBe('1');
    const told = await call('GET', '/api/health/ready', { token });
    expect(told).toMatchObject({ status: 503, body: { ready: false, missing } });
    const status = await call('GET', '/api/status', { token });
    expect(status.body).toMatchObject({ ready: false, missing, services: [{ service: 'directory' }] });
  });
});

describe('every answer', () => {
  it('says in English or Chinese what is wrong', async () => {
    const chinese = await call('GET', '/api/units', {
      headers: { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' },
    });
    expect(chinese.body['title']).toBe('需要有效的访问令牌');
    expect(chinese.headers.get('content-language')).toBe('zh');
    const body = { name: '', from: '2020-01-01' };
    expect(await put('/api/units/U1', body, { 'accept-language': 'zh' })).toMatchObject({
      body: { errors: { name: [{ rule: 'isLength', message: 'name 须为 1 至 200 个字符' }] } },
    });
    expect(await put('/api/units/U1', body, { 'accept-language': 'de, en;q=0.5' })).toMatchObject({
      body: { errors: { name: [{ rule: 'isLength', message: 'name must have 1 to 200 characters' }] } },
    });
  });

  it('carries the id of the request, that of the caller if it is sane', async () => {
    const mine = await call('GET', '/api/me', { headers: { 'x-request-id': 'my-request.1' } });
    expect(mine.headers.get('x-request-id')).toBe('my-request.1');
    expect(mine.body['instance']).toBe('/requests/my-request.1');
    const insane = await call('GET', '/api/me', { headers: { 'x-request-id': 'a "quoted" id' } });
    expect(insane.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('tells browsers to be careful, and nobody what serves it', async () => {
    for (const path of ['/api/me', '/api/health/live', '/api/docs', '/api/nothing', '/api/%zz']) {
      const { headers } = await fetch(`${system.url}${path}`, {
        headers: { origin: 'https://elsewhere.example' },
      });
      expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
      expect(headers.get('x-frame-options')).toBe('DENY');
      const source = path === '/api/docs' ? "'self'" : "'none'";
      expect(headers.get('content-security-policy')).toContain(`default-src ${source}`);
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null]);
    }
  });
});

it('answers what it has before it stops', async () => {
  const other = await startSystem({ directory: DirectoryModule });
  const body = JSON.stringify(unit);
  const asked = request(`${other.url}/api/units/U9`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${other.operatorToken}`,
      'content-type': 'application/json',
      'content-length': String(body.length),
    },
  });
  const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
  const arrived = once(other.gateway.getHttpServer() as Server, 'request');
  asked.write(body.slice(0, 5));
  await arrived;
  const stopped = other.stop();
  asked.end(body.slice(5));

  const [response] = await answered;
  expect(response.resume().statusCode).toBe(200);
  await stopped;
  await expect(fetch(`${other.url}/api/health/live`)).rejects.toThrow();
});
