import { expect, it } from '@jest/globals';
import { faultIn } from './head.js';

type Given = {
  readonly url?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly version?: string;
};

const HOST = ['Host', 'x'] as const;
const told = ({ url = '/api/me', headers = [HOST], version = '1.1' }: Given): unknown => {
  const byName = Object.fromEntries(headers.toReversed().map(([name, value]) => [name.toLowerCase(), value]));
  const fault = faultIn({ url, rawHeaders: headers.flat(), headers: byName, httpVersion: version });
  return fault && [fault.type, fault.getStatus()];
};
const many = (count: number): Given => ({
  headers: [HOST, ...Array.from({ length: count - 1 }, (_, n) => [`X-${String(n)}`, 'x'] as const)],
});
const MALFORMED = ['malformed', 400];

it('refuses an address and headers beyond what anything needs, and nothing below', () => {
  expect(told({ url: `/${'x'.repeat(8_191)}` })).toBeUndefined();
  expect(told({ url: `/${'x'.repeat(8_192)}` })).toEqual(['address-too-long', 414]);
  expect(told(many(100))).toBeUndefined();
  expect(told(many(101))).toEqual(['too-many-headers', 431]);
});

it.each([
  ['two hosts', { headers: [HOST, ['HOST', 'y']] }],
  ['two who act', { headers: [HOST, ['Authorization', 'Bearer a'], ['authorization', 'Bearer b']] }],
  ['two types', { headers: [HOST, ['Content-Type', 'application/json'], ['Content-Type', 'text/plain']] }],
  ['no host', { headers: [] }],
  ['something packed', { headers: [HOST, ['Transfer-Encoding', 'gzip, chunked']] }],
  ['something unknown', { headers: [HOST, ['Transfer-Encoding', 'identity']] }],
  ['chunks in an older version', { headers: [HOST, ['Transfer-Encoding', 'chunked']], version: '1.0' }],
  ['what a proxy is asked', { url: 'http://evil.example/api/me' }],
  ['a way up', { url: '/api/docs/../me' }],
  ['a hidden way up', { url: '/api/docs/%2e%2E/me' }],
  ['a half hidden way up', { url: '/api/docs/.%2e%2fme' }],
  ['a way that stays', { url: '/api/./me' }],
  ['a way up at the end', { url: '/api/me/..' }],
  ['a way up the other way', { url: '/api/docs/..\\me' }],
  ['a fragment', { url: '/api/me#x' }],
] as const)('refuses %s', (_, given) => {
  expect(told(given)).toEqual(MALFORMED);
});

it.each([
  ['an older version without a host', { headers: [], version: '1.0' }],
  ['a body in chunks', { headers: [HOST, ['Transfer-Encoding', 'Chunked']] }],
  ['other headers twice', { headers: [HOST, ['Prefer', 'wait=1'], ['Prefer', 'x']] }],
  ['dots in a name', { url: '/api/docs/swagger-ui.css' }],
  ['dots in a question', { url: '/api/tasks?text=a/../b' }],
  ['many dots', { url: '/api/units/a...b' }],
  ['all there is', { url: '*' }],
] as const)('takes %s', (_, given) => {
  expect(told(given)).toBeUndefined();
});
