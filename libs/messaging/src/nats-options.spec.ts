import { expect, it } from '@jest/globals';
import { natsOptions } from './nats-options.js';

it.each([
  ['nats://broker:4222', { servers: ['broker:4222'] }],
  ['broker:4222', { servers: ['broker:4222'] }],
  ['nats://a:1, nats://b:2', { servers: ['a:1', 'b:2'] }],
  ['nats://me:p%40ss@broker:4222', { servers: ['broker:4222'], user: 'me', pass: 'p@ss' }],
  ['tls://broker:4222', { servers: ['broker:4222'], tls: {} }],
])('takes %s apart', (url, expected) => {
  const { servers, user, pass, tls, ...always } = natsOptions(url);
  expect(JSON.parse(JSON.stringify({ servers, user, pass, tls }))).toEqual(expected);
  expect(always).toMatchObject({ maxReconnectAttempts: -1, waitOnFirstConnect: true });
});

it.each(['http://broker:4222', '', 'nats://'])('refuses "%s", and quotes nothing of it', (url) => {
  expect(() => natsOptions(url)).toThrow('NATS_URL must be like nats://host:4222');
});
