import { expect, it } from '@jest/globals';
import { headersFor } from './headers.js';

it.each([
  ['content-security-policy', /default-src 'none'.*frame-ancestors 'none'/],
  ['cross-origin-opener-policy', /^same-origin$/],
  ['cross-origin-resource-policy', /^same-origin$/],
  ['origin-agent-cluster', /^\?1$/],
  ['referrer-policy', /^no-referrer$/],
  ['x-content-type-options', /^nosniff$/],
  ['x-dns-prefetch-control', /^off$/],
  ['x-download-options', /^noopen$/],
  ['x-frame-options', /^DENY$/],
  ['x-permitted-cross-domain-policies', /^none$/],
  ['x-xss-protection', /^0$/],
  ['cache-control', /^no-store$/],
])('has %s', (name, as) => {
  expect(headersFor('/api/me', false)[name]).toMatch(as);
});

it('binds browsers to https only where people come by https', () => {
  expect(headersFor('/api/me', true)['strict-transport-security']).toMatch(/^max-age=\d{8}$/);
  expect(headersFor('/api/me', false)).not.toHaveProperty('strict-transport-security');
});

it.each(['/api/docs', '/api/docs/', '/api/docs/swagger-ui.css', '/api/docs?x=1'])(
  'lets %s be a page',
  (url) => {
    expect(headersFor(url, false)['content-security-policy']).toMatch(/script-src 'self';(?!.*unsafe-eval)/);
  },
);

it.each(['/api/docsx', '/api/documents', '/docs', '/api/openapi.json'])('lets %s be none', (url) => {
  expect(headersFor(url, false)['content-security-policy']).toMatch(/^default-src 'none'/);
});
