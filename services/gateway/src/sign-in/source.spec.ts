import { expect, it } from '@jest/globals';
import { Cookies } from '../session/cookies.js';
import { Origin } from '../session/origin.js';
import { sha256Of } from '../session/remembered-sessions.js';
import { Sources } from './source.js';

const cookies = new Cookies(new Origin());
const sources = new Sources(cookies);
const from = (ip: string, of = sources) => of.of({ ip, headers: {} }).source;

it('is the same for the same address, and says nothing of it to another process', () => {
  expect(from('192.0.2.1')).toBe(from('192.0.2.1'));
  expect(from('192.0.2.1')).not.toBe(from('192.0.2.2'));
  expect(from('192.0.2.1')).not.toBe(from('192.0.2.1', new Sources(cookies)));
});

it('is the same for all addresses of one network of IPv6', () => {
  expect(from('2001:db8:1:2::1')).toBe(from('2001:db8:1:2:3:4:5:6'));
  expect(from('2001:DB8:1:2::1')).toBe(from('2001:db8:1:2::2'));
  expect(from('2001:db8::1')).toBe(from('2001:db8:0:0:1::'));
  expect(from('2001:db8:1:2::1')).not.toBe(from('2001:db8:1:3::1'));
});

it('names the browser by the hash of what it is known by', () => {
  const headers = { cookie: 'redress-loopback-device=rdd_x' };
  expect(sources.of({ ip: '192.0.2.1', headers }).device).toBe(sha256Of('rdd_x'));
  expect(sources.of({ ip: '192.0.2.1', headers: {} })).not.toHaveProperty('device');
});
