import { describe, expect, it } from '@jest/globals';
import { refused } from './expected.js';
import { sentRaw } from './raw.js';
import { world } from './world.js';

const auth = (): string => `Authorization: Bearer ${world().system.operatorToken}\r\n`;
const put = (more: string, body: string, path = '/api/units/U-raw'): string =>
  `PUT ${path} HTTP/1.1\r\nHost: x\r\n${auth()}Content-Type: application/json\r\n${more}\r\n${body}`;
const get = (more: string, line = 'GET /api/me HTTP/1.1'): string => `${line}\r\n${auth()}${more}\r\n`;
const UNIT = '{"name":"x","from":"2020-01-01"}';

describe('API8: security misconfiguration', () => {
  it.each([
    ['two lengths', () => put('Content-Length: 2\r\nContent-Length: 32\r\n', UNIT)],
    ['two lengths that agree', () => put('Content-Length: 32\r\nContent-Length: 32\r\n', UNIT)],
    ['a list of lengths', () => put('Content-Length: 32, 32\r\n', UNIT)],
    [
      'a length and chunks',
      () => put('Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${put('', '')}`),
    ],
    [
      'chunks and a length',
      () => put('Transfer-Encoding: chunked\r\nContent-Length: 4\r\n', `0\r\n\r\n${put('', '')}`),
    ],
    ['a length below zero', () => put('Content-Length: -1\r\n', '')],
    ['a length with a sign', () => put('Content-Length: +32\r\n', UNIT)],
    ['a length in other digits', () => put('Content-Length: 0x20\r\n', UNIT)],
    ['a length beyond all', () => put('Content-Length: 99999999999999999999999\r\n', UNIT)],
    ['an encoding nobody knows', () => put('Transfer-Encoding: xchunked\r\n', '0\r\n\r\n')],
    ['an encoding after chunks', () => put('Transfer-Encoding: chunked, identity\r\n', '0\r\n\r\n')],
    [
      'an encoding before chunks',
      () => put('Connection: close\r\nTransfer-Encoding: gzip, chunked\r\n', `20\r\n${UNIT}\r\n0\r\n\r\n`),
    ],
    [
      'two encodings',
      () => put('Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n', '0\r\n\r\n'),
    ],
    ['a blank before the colon', () => put('Transfer-Encoding : chunked\r\n', '0\r\n\r\n')],
    [
      'a chunk of no size',
      () => put('Connection: close\r\nTransfer-Encoding: chunked\r\n', '0x20\r\n{}\r\n0\r\n\r\n'),
    ],
    ['a folded header', () => get('Host: x\r\nX: 1\r\n X-Role: operator\r\n')],
    ['lines that end otherwise', () => get('Host: x\r\n').replaceAll('\r\n', '\n')],
    ['half an end of a line', () => get('Host: x\r\nX: a\rX-Role: operator\r\n')],
    ['nothing in a header', () => get('Host: x\r\nX: a\0b\r\n')],
    ['two hosts', () => get('Host: x\r\nHost: y\r\nConnection: close\r\n')],
    ['no host', () => get('Connection: close\r\n')],
    [
      'what a proxy is asked',
      () => get('Host: x\r\nConnection: close\r\n', 'GET http://evil.example/api/me HTTP/1.1'),
    ],
    ['a method in small letters', () => get('Host: x\r\n', 'get /api/me HTTP/1.1')],
    ['a version that there is not', () => get('Host: x\r\n', 'GET /api/me HTTP/9.9')],
    ['another protocol', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    [
      'an older version with chunks',
      () => get('Connection: close\r\nTransfer-Encoding: chunked\r\n', 'PUT /api/units/U-raw HTTP/1.0'),
    ],
  ])('a request with %s is refused, and what is behind it is never read', async (_, request) => {
    const answers = await world().leavingNothing(() => sentRaw(world().port, request()));
    expect(answers.map(({ status, type }) => [status, type])).toEqual([[400, 'malformed']]);
    expect(answers[0]?.head).toMatch(/connection: close/i);
    expect(answers[0]?.head).toMatch(/x-content-type-options: nosniff/i);
  });

  it('who acts is in the head of a request, and not behind its body', async () => {
    const trailer = `PUT /api/units/U-raw HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nTrailer: Authorization\r\n\r\n20\r\n${UNIT}\r\n0\r\n${auth()}\r\n`;
    const answers = await world().leavingNothing(() => sentRaw(world().port, trailer));
    expect(answers.map(({ status, type }) => [status, type])).toEqual([[401, 'no-token']]);
  });

  it('a body where none is asked for is not taken for a second request', async () => {
    const inner = `PUT /api/units/U-raw HTTP/1.1\r\nHost: x\r\n${auth()}Content-Type: application/json\r\nContent-Length: 32\r\n\r\n${UNIT}`;
    const outer = `GET /api/health/live HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: ${String(inner.length)}\r\n\r\n${inner}GET /api/health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
    const answers = await world().leavingNothing(() => sentRaw(world().port, outer));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('what an older client asks is answered once, and what is expected of us besides is not heeded', async () => {
    const [old, ...more] = await sentRaw(world().port, get('', 'GET /api/me HTTP/1.0'));
    expect([old?.status, more]).toEqual([200, []]);
    const [expected] = await sentRaw(
      world().port,
      get('Host: x\r\nConnection: close\r\nExpect: everything\r\n'),
    );
    expect(expected?.status).toBe(200);
    for (const protocol of ['h2c', 'websocket', 'TLS/1.0']) {
      const upgrade = `Host: x\r\nConnection: Upgrade, close\r\nUpgrade: ${protocol}\r\n`;
      expect((await sentRaw(world().port, get(upgrade)))[0]?.status).toBe(200);
    }
  });

  it('an id of a request with anything else in it is not kept', async () => {
    for (const id of [
      'a%0d%0aSet-Cookie:x=1',
      '../../x',
      'a b',
      '<script>',
      'x'.repeat(65),
      '${jndi:ldap://x}',
    ]) {
      const { headers, body } = await world().call('GET', '/api/me', { headers: { 'x-request-id': id } });
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(body['instance']).toBe(`/requests/${headers.get('x-request-id') ?? ''}`);
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  it.each([
    ['/api/me', 401],
    ['/api/nothing', 404],
    ['/api/%zz', 400],
    ['/api/openapi.json', 200],
    ['/api/docs', 200],
    ['/api/docs/', 200],
    ['/health/live', 200],
    ['/', 404],
  ])('%s says no more than it must, and what browsers have to heed', async (path, status) => {
    const answer = await fetch(`${world().system.url}${path}`, {
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'PUT' },
      redirect: 'manual',
    });
    expect(answer.status).toBe(status);
    const told = Object.fromEntries(answer.headers);
    expect(told).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
    const names = Object.keys(told).join(' ');
    expect(names).not.toMatch(/server|powered|access-control|via|x-runtime|set-cookie/);
  });

  it('a page of another site may not even ask', async () => {
    const answer = await world().call('OPTIONS', '/api/opinions', {
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(answer).toEqual(refused(405, 'method-not-allowed'));
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('no failure tells how we are built', async () => {
    const answers = [
      await world().as('office', 'GET', '/tasks?cursor=bm9uc2Vuc2U'),
      await world().as('office', 'GET', "/tasks?text='%20OR%201=1--"),
      await world().as('operator', 'PUT', '/units/U-raw', '{"name":'),
      await world().anonymously('GET', `/receipts/${'A'.repeat(400)}`),
      await world().anonymously('GET', '/receipts/%F0%9F%98%80'),
    ];
    for (const { status, body } of answers) {
      expect(status).toBeLessThan(500);
      expect(JSON.stringify(body)).not.toMatch(
        /node_modules|\.ts\b|\.js\b|sqlite|SELECT|nats|stack|at \w+ \(/i,
      );
    }
  });
});
