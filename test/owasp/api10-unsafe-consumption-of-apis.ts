import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { refused } from './expected.js';
import { world } from './world.js';

describe('API10: unsafe consumption of APIs', () => {
  it.each(['redirects', 'another', 'breaks', 'nonsense'])(
    'a provider that %s is told to be away, and leads us nowhere',
    async (provider) => {
      const answer = await world().call('GET', `/api/providers/${provider}/sign-in`, {});
      expect(answer).toEqual(refused(502, 'provider-does-not-answer'));
      expect(answer.headers.get('location')).toBeNull();
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(world().canary.asked.filter((url) => !url.includes('/.well-known/'))).toEqual([]);
    },
  );

  it('a provider that points to a machine inside is not followed there', async () => {
    const begun = await world().call('GET', '/api/providers/points/sign-in', {});
    const to = new URL(begun.headers.get('location') ?? '');
    expect([begun.status, to.origin]).toEqual([303, world().canary.url]);
    const [cookie = ''] = (begun.headers.get('set-cookie') ?? '').split(';');
    const query = new URLSearchParams({ code: 'x', state: to.searchParams.get('state') ?? '' }).toString();
    const back = await world().call('GET', `/api/providers/points/callback?${query}`, {
      headers: { cookie },
    });
    expect(back).toEqual(refused(502, 'provider-does-not-answer'));
  });

  it('nobody comes back from a provider where they did not go', async () => {
    for (const query of ['', '?code=x&state=y', '?error=access_denied', '?code=x&code=y&state=z'])
      expect(await world().call('GET', `/api/providers/nonsense/callback${query}`, {})).toEqual(
        refused(403, 'sign-in-not-begun-here'),
      );
  });

  it.each([
    ['nothing', ''],
    ['what is no token', 'logout_token=x'],
    ['a token without a signature', 'logout_token=eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'],
    ['two tokens', 'logout_token=x&logout_token=y'],
    ['more than a token', 'logout_token=x&role=operator'],
  ])('nobody is signed out by %s', async (_, form) => {
    const answer = await world().leavingNothing(() =>
      world().call('POST', '/api/providers/nonsense/logout', {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: form,
      }),
    );
    expect([400, 502]).toContain(answer.status);
  });

  const calendar = (...lines: readonly string[]): string =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...lines, 'END:VCALENDAR', ''].join('\r\n');
  const event = (...lines: readonly string[]): readonly string[] => [
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTAMP:20260101T000000Z',
    ...lines,
    'END:VEVENT',
  ];

  it.each([
    ['no calendar', 'hello'],
    ['one that never ends', 'BEGIN:VCALENDAR\r\n'.repeat(5_000)],
    [
      'a day that repeats for ever',
      calendar(...event('DTSTART;VALUE=DATE:20300101', 'SUMMARY:x', 'RRULE:FREQ=SECONDLY')),
    ],
    [
      'a day that lasts for ever',
      calendar(...event('DTSTART;VALUE=DATE:20300101', 'DTEND;VALUE=DATE:99990101', 'SUMMARY:x')),
    ],
    ['a day that never was', calendar(...event('DTSTART;VALUE=DATE:20300231', 'SUMMARY:x'))],
    ['one long line', calendar(`X-A:${'a'.repeat(200_000)}`)],
    ['many folds', calendar(`SUMMARY:x${'\r\n '.repeat(60_000)}`)],
    [
      'a time zone of its own',
      calendar(...event('DTSTART;TZID=../../etc/passwd:20300101T000000', 'SUMMARY:x')),
    ],
  ])('a calendar of others is refused that is %s', async (_, ical) => {
    const answer = await world().leavingNothing(() =>
      world().as('office', 'PUT', `/calendar/holidays/${randomUUID()}`, { name: 'x', ical }),
    );
    expect(answer).toEqual(refused(400, 'malformed', { errors: expect.anything() }));
  });
});
