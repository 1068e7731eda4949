import { afterEach, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { letOthersIn } from './cors.js';

const PORTAL = 'https://portal.example.org';
let server: FastifyInstance | undefined;
afterEach(() => server?.close());

const asked = async (set: string | undefined, method: 'GET' | 'OPTIONS', headers: Record<string, string>) => {
  server = fastify();
  letOthersIn(server, set);
  server.get('/', () => 'x');
  const { statusCode, headers: told } = await server.inject({ method, url: '/', headers });
  const cors = Object.entries(told).filter(([name]) => name.startsWith('access-control-'));
  return { statusCode, cors: Object.fromEntries(cors) as Record<string, string>, vary: told.vary };
};
const preflight = { origin: PORTAL, 'access-control-request-method': 'POST' };

describe('a page of another site', () => {
  it.each([
    [undefined, PORTAL],
    [PORTAL, 'https://evil.example.org'],
    [PORTAL, 'https://portal.example.org.evil.example'],
    [PORTAL, 'http://portal.example.org'],
    [PORTAL, 'https://portal.example.org:8443'],
    [PORTAL, 'null'],
    [PORTAL, 'https://PORTAL.example.org'],
  ])('is let in by %j: not %s', async (set, origin) => {
    expect((await asked(set, 'GET', { origin })).cors).toEqual({});
    const before = await asked(set, 'OPTIONS', { ...preflight, origin });
    expect([before.statusCode, before.cors]).toEqual([404, {}]);
  });

  it('is let in that is named, and never with what its browser is known by', async () => {
    const set = `https://other.example.org, ${PORTAL}`;
    const answer = await asked(set, 'GET', { origin: PORTAL });
    expect(answer.cors).toEqual({
      'access-control-allow-origin': PORTAL,
      'access-control-expose-headers': expect.stringContaining('etag'),
    });
    expect(answer.vary).toBe('origin');
    const before = await asked(set, 'OPTIONS', preflight);
    expect([before.statusCode, before.cors['access-control-allow-origin']]).toEqual([204, PORTAL]);
    expect(before.cors['access-control-allow-headers']).not.toMatch(/cookie|x-csrf-token|\*/);
    expect(before.cors).not.toHaveProperty('access-control-allow-credentials');
  });

  it('asks before it sends, or it is no such question', async () => {
    expect((await asked(PORTAL, 'OPTIONS', { origin: PORTAL })).statusCode).toBe(404);
  });
});

it.each([
  '*',
  'null',
  'http://portal.example.org',
  `${PORTAL}/`,
  `${PORTAL} `.repeat(2),
  'portal.example.org',
  `${PORTAL},`,
])('is not set to %p', (set) => {
  expect(() => {
    letOthersIn(fastify(), set);
  }).toThrow('REDRESS_ALLOWED_ORIGINS');
});
