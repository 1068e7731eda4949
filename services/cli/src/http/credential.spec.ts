import { expect, it } from '@jest/globals';
import { cookieIn, credentialOf, headersFor, sessionAfter, sessionIn } from './credential.js';

const session = { token: 'rds_a-b_c', csrfToken: 'd-e_f' };

it('says who acts by a token, or by the cookie of a session with what goes along', () => {
  expect(headersFor('rdr_token')).toEqual({ authorization: 'Bearer rdr_token' });
  expect(headersFor(credentialOf(session))).toEqual({
    cookie: '__Host-redress-session=rds_a-b_c; redress-loopback-session=rds_a-b_c',
    'x-csrf-token': 'd-e_f',
  });
  expect(sessionIn(credentialOf(session))).toEqual(session);
  expect(sessionIn('rdr_a.b')).toBeUndefined();
});

it('finds in an answer the session that goes on', () => {
  const cookies = [
    'redress-loopback-device=rdd_x; Path=/; HttpOnly',
    '__Host-redress-session=rds_new; Path=/; HttpOnly; Secure',
  ];
  expect(sessionAfter(cookies, { csrfToken: 'c' })).toEqual({ token: 'rds_new', csrfToken: 'c' });
  expect(cookieIn(cookies, 'device')).toBe('rdd_x');
  expect(sessionAfter(cookies, {})).toBeUndefined();
  expect(sessionAfter(['redress-loopback-session=; Path=/; Max-Age=0'], { csrfToken: 'c' })).toBeUndefined();
});
