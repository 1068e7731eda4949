import { describe, expect, it } from '@jest/globals';
import { Problem } from '@redress/edge/problems';
import { Cookies, csrfTokenOf, isCsrfToken } from './cookies.js';
import { Origin } from './origin.js';

const PUBLIC = 'https://redress.example.org';
const refused = (origin: Origin, headers: Readonly<Record<string, string>>): string | undefined => {
  try {
    origin.mustBeOurs(headers);
    return undefined;
  } catch (error) {
    return error instanceof Problem ? error.type : 'another error';
  }
};

describe('the origin', () => {
  it.each([
    'http://redress.example.org',
    'redress.example.org',
    'https://redress.example.org/',
    'ftp://localhost',
    `${PUBLIC}/app`,
  ])('is not %s', (set) => {
    expect(() => new Origin(set)).toThrow('REDRESS_ORIGIN');
  });

  it.each([
    [undefined, 'localhost:3000', 'http://localhost:3000'],
    [undefined, '127.0.0.1:3000', 'http://127.0.0.1:3000'],
    [undefined, '[::1]:3000', 'http://[::1]:3000'],
    [undefined, 'redress.example.org', undefined],
    [undefined, 'localhost.example.org', undefined],
    [undefined, '', undefined],
    [PUBLIC, 'whatever', PUBLIC],
    ['http://localhost:3000', 'whatever', 'http://localhost:3000'],
  ])('when %s is set and %s asked is %s', (set, host, is) => {
    expect(new Origin(set).of({ host })).toBe(is);
  });

  it.each([
    [undefined, {}],
    [undefined, { origin: PUBLIC }],
    [undefined, { origin: PUBLIC, 'sec-fetch-site': 'same-origin' }],
    ['from-another-site', { origin: 'https://evil.example.org' }],
    ['from-another-site', { origin: 'null' }],
    ['from-another-site', { 'sec-fetch-site': 'none' }],
    ['from-another-site', { 'sec-fetch-site': 'same-site', origin: PUBLIC }],
    ['from-another-site', { 'sec-fetch-site': 'same-origin', origin: 'http://redress.example.org' }],
  ])('says %s of what comes with %j', (problem, headers) => {
    expect(refused(new Origin(PUBLIC), headers)).toBe(problem);
  });

  it('lets nobody sign in over plain http from elsewhere', () => {
    expect(refused(new Origin(), { host: '10.0.0.7:3000' })).toBe('no-sign-in-here');
  });
});

describe('a cookie', () => {
  const cookies = new Cookies(new Origin(PUBLIC));

  it('is bound to the host and to https', () => {
    expect(cookies.written('session', 'rds_x')).toBe(
      '__Host-redress-session=rds_x; Path=/; HttpOnly; SameSite=Lax; Secure',
    );
    expect(cookies.removed('session')).toContain('Max-Age=0');
  });

  it('is found among others, and only under its own name', () => {
    expect(cookies.read('a=b; __Host-redress-session=rds_x; c=d', 'session')).toBe('rds_x');
    expect(cookies.read('redress-loopback-session=rds_x', 'session')).toBeUndefined();
    expect(cookies.read('x__Host-redress-session=rds_x', 'session')).toBeUndefined();
    expect(cookies.read('__Host-redress-session=a"b', 'session')).toBeUndefined();
    expect(cookies.read(undefined, 'session')).toBeUndefined();
  });

  it('has a token for the pages that go with it', () => {
    const token = csrfTokenOf('rds_x');
    expect([isCsrfToken(token, 'rds_x'), isCsrfToken(token, 'rds_y')]).toEqual([true, false]);
    expect([isCsrfToken(undefined, 'rds_x'), isCsrfToken('', 'rds_x')]).toEqual([false, false]);
  });
});
