import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { refused } from './expected.js';
import { world } from './world.js';

describe('API7: server side request forgery', () => {
  it('no address that somebody writes down is ever asked for', async () => {
    const { canary } = world();
    const before = canary.asked.length;
    const url = `${canary.url}/fetched`;
    const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20300101\r\nSUMMARY:x\r\nURL:${url}\r\nATTACH:${url}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    const opinion = { channel: 'web-form', title: url, text: `<img src="${url}"> ${url}`, place: url };
    const sent = [
      await world().as('library', 'POST', '/opinions', opinion),
      await world().as('operator', 'PUT', '/units/U-url', { name: url, from: '2020-01-01' }),
      await world().as('office', 'PUT', `/calendar/holidays/${randomUUID()}`, { name: 'x', ical: calendar }),
      await world().as('kitchen', 'PUT', `/evidence-uploads/${randomUUID()}`, { name: `${url}.txt` }),
    ];
    expect(sent.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
    for (const name of [
      'host',
      'origin',
      'referer',
      'x-forwarded-host',
      'x-callback-url',
      'link',
      'destination',
    ])
      await world().call('GET', '/api/me', { headers: name === 'host' ? {} : { [name]: url } });
    await world().settled();
    expect(canary.asked.slice(before)).toEqual([]);
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/%2f/evil.example\\',
    'javascript:alert(1)',
    '/\t/evil.example',
    ' /x',
    'http:evil.example',
    '',
  ])('nobody is sent on to %p after signing in', async (returnTo) => {
    const query = new URLSearchParams({ returnTo }).toString();
    const answer = await world().call('GET', `/api/providers/nonsense/sign-in?${query}`, {});
    expect([400, 422, 503]).toContain(answer.status);
    expect(answer.headers.get('location')).toBeNull();
  });

  it.each(['%2e%2e', 'http:%2f%2fevil.example', '@evil.example', 'unknown', '__proto__'])(
    'no provider is asked that is not set up: %s',
    async (provider) => {
      const before = world().canary.asked.length;
      const answer = await world().call('GET', `/api/providers/${provider}/sign-in`, {});
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(world().canary.asked.length).toBe(before);
    },
  );

  it('a name of a host leads nowhere', async () => {
    const { port } = world();
    const { request } = await import('node:http');
    const answer = await new Promise<{ status: number | undefined; cookie: unknown }>((resolve) => {
      const body = '{"rosterNumber":"R","password":"a long password"}';
      request(
        {
          port,
          host: '127.0.0.1',
          method: 'POST',
          path: '/api/session',
          headers: {
            host: 'evil.example',
            'content-type': 'application/json',
            'content-length': body.length,
          },
        },
        (response) => {
          response.resume();
          resolve({ status: response.statusCode, cookie: response.headers['set-cookie'] });
        },
      ).end(body);
    });
    expect(answer).toEqual({ status: 403, cookie: undefined });
  });

  it('says nothing of a server inside to who asks for a provider', async () => {
    expect(await world().call('GET', '/api/providers/redirects/sign-in', {})).toEqual(
      refused(502, 'provider-does-not-answer'),
    );
  });
});
