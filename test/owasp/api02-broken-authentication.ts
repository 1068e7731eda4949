import { describe, expect, it } from '@jest/globals';
import { Browser } from '../journeys/browser.js';
import { refused, toldBy } from './expected.js';
import { sentRaw } from './raw.js';
import { world } from './world.js';

const good = (): string => world().people.tokenOf('office');
const me = (authorization?: string, path = '/api/me') =>
  world().call('GET', path, { headers: { ...(authorization !== undefined && { authorization }) } });

describe('API2: broken authentication', () => {
  it.each([
    ['nothing', () => undefined],
    ['an empty header', () => ''],
    ['a scheme alone', () => 'Bearer'],
    ['a scheme and a blank', () => 'Bearer '],
    ['another scheme', () => `Basic ${Buffer.from(`x:${good()}`).toString('base64')}`],
    ['the token without a scheme', () => good()],
    ['a token cut short', () => `Bearer ${good().slice(0, -1)}`],
    ['a token with another end', () => `Bearer ${good().slice(0, -2)}AA`],
    ['a token in other letters', () => `Bearer ${good().toUpperCase()}`],
    ['two tokens', () => `Bearer ${good()}, Bearer ${good()}`],
    ['a token with more behind it', () => `Bearer ${good()} x`],
    ['a word of a program', () => 'Bearer null'],
    ['a pattern', () => 'Bearer *'],
    ['one without a signature', () => 'Bearer eyJhbGciOiJub25lIn0.eyJyb2xlIjoib3BlcmF0b3IifQ.'],
    ['a very long one', () => `Bearer ${'a'.repeat(5_000)}`],
  ])('who shows %s is nobody, and is told no more than anybody', async (_, authorization) => {
    const answer = await world().leavingNothing(() => me(authorization()));
    expect(answer).toEqual(refused(401, 'no-token'));
    expect(toldBy(answer)).toEqual(toldBy(await me('Bearer rdr_unknown')));
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="redress"');
  });

  it.each(['access_token', 'token', 'authorization', 'api_key'])(
    'a token in an address, as %s, is none',
    async (name) => {
      expect(await me(undefined, `/api/me?${name}=${good()}`)).toEqual(refused(401, 'no-token'));
    },
  );

  it('a token is no cookie, and a cookie no token', async () => {
    const cookies = ['redress-loopback-session', '__Host-redress-session', 'session', 'token'];
    const cookie = cookies.map((name) => `${name}=${good()}`).join('; ');
    expect(await world().call('GET', '/api/me', { headers: { cookie } })).toEqual(refused(401, 'no-token'));
    const { cookieOf } = await signedIn();
    expect(await me(`Bearer ${cookieOf()}`)).toEqual(refused(401, 'no-token'));
  });

  it('of two who act in one request neither does', async () => {
    const head = `GET /api/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`;
    const two = [`Authorization: Bearer ${good()}\r\n`, 'Authorization: Bearer x\r\n'];
    for (const both of [two, two.toReversed()]) {
      const [answer] = await sentRaw(world().port, `${head}${both.join('')}\r\n`);
      expect([answer?.status, answer?.type]).toEqual([400, 'malformed']);
    }
  });

  it('a token that is replaced at once, or revoked, is as one that never was', async () => {
    const issue = { post: 'office', rosterNumber: 'R-office' };
    const [one, two] = [
      await world().as('operator', 'POST', '/tokens', issue),
      await world().as('operator', 'POST', '/tokens', issue),
    ];
    await world().as('operator', 'POST', `/tokens/${String(one.body['tokenId'])}/rotation`, {
      overlapHours: 0,
    });
    await world().as('operator', 'DELETE', `/tokens/${String(two.body['tokenId'])}`, { reason: 'lost' });
    for (const { body } of [one, two])
      expect(toldBy(await me(`Bearer ${String(body['token'])}`))).toEqual(
        toldBy(await me('Bearer rdr_unknown')),
      );
  });

  it('who guesses a password learns neither whether somebody is there nor how far they are', async () => {
    const browser = (): Browser => new Browser(world().call, world().system.url);
    const wrong = await browser().signIn('R-guard', 'not the password');
    const nobody = await browser().signIn('R-nobody-at-all', 'not the password');
    expect(wrong).toEqual(refused(401, 'wrong-credentials'));
    expect(toldBy(wrong)).toEqual(toldBy(nobody));
  });

  it.each([
    [
      '/set-up',
      { token: 'rds_guess', rosterNumber: 'R-x', name: 'X', password: 'a long password of mine' },
      'set-up-already',
    ],
    [
      '/invitations/acceptance',
      { invitation: 'rdi_guess', password: 'a long password of mine' },
      'no-such-invitation',
    ],
  ])('who guesses at %s is told that there is none', async (path, body, type) => {
    const answer = await world().leavingNothing(() => world().anonymously('POST', path, body));
    expect(answer).toEqual(refused(404, type));
  });

  it('a page of somebody else does nothing with the session of who looks at it', async () => {
    const { browser } = await signedIn();
    for (const [more, type] of [
      [{ origin: 'https://evil.example' }, 'from-another-site'],
      [{ 'sec-fetch-site': 'cross-site' }, 'from-another-site'],
      [{ 'x-csrf-token': 'guessed' }, 'no-csrf-token'],
      [{ 'x-csrf-token': '' }, 'no-csrf-token'],
    ] as const)
      expect(await browser.ask('DELETE', '/sessions', {}, more)).toEqual(refused(403, type));
    expect(await browser.isSignedIn()).toBe(true);
  });
});

/** Somebody with a browser. */
const signedIn = async (): Promise<{ browser: Browser; cookieOf: () => string }> => {
  const password = 'nine red lanterns over the door';
  const browser = new Browser(world().call, world().system.url);
  if ((await browser.signIn('R-guard', password)).status !== 201) {
    await world().as('operator', 'PUT', '/people/R-guard', { name: 'Guard' });
    const { body } = await world().as('operator', 'POST', '/accounts/R-guard/invitation', {});
    await browser.ask('POST', '/invitations/acceptance', { invitation: body['invitation'], password });
    expect((await browser.signIn('R-guard', password)).status).toBe(201);
  }
  return { browser, cookieOf: () => browser.cookieOf('session') };
};
