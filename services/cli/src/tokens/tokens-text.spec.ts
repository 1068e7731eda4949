import { expect, it } from '@jest/globals';
import type { TokenRow } from '@redress/contracts/directory/token-list';
import type { Day, Instant, TokenId } from '@redress/contracts/values';
import { tokensText } from './tokens-text.js';

const row: TokenRow = {
  id: 'e3316e2b-afeb-8610-ba34-18e8778c0adc' as TokenId,
  acts: { role: 'office' },
  issuedBy: { role: 'operator' },
  recordsPast: false,
  issuedAt: '2026-03-20T08:00:00.000Z' as Instant,
  expiresAt: '2026-04-19T08:00:00.000Z' as Instant,
  isRevoked: false,
};
const now = new Date('2026-03-21T08:00:00.000Z');
const cellsOf = (one: TokenRow): string[] => tokensText([one], now).split('\n')[1]?.split(/ {2,}/) ?? [];

it('says what a token is for, how far it goes, and when it was last used', () => {
  const acts = { role: 'office', scopes: ['read', 'evidence'] } as const;
  const full = { ...row, acts, purpose: 'nightly export', usedOn: '2026-03-20' as Day };
  expect(cellsOf(full).slice(1)).toEqual([
    'nightly export',
    'office',
    'read evidence',
    '2026-04-19',
    '2026-03-20',
    'active',
  ]);
  expect(cellsOf(row).slice(-4)).toEqual(['nothing', '2026-04-19', 'never', 'active']);
});

it.each([
  [{ isRevoked: true }, 'revoked'],
  [{ expiresAt: '2026-03-21T08:00:00.000Z' as Instant }, 'expired'],
  [{ replacedBy: row.id }, `replaced by ${row.id}`],
])('says of one with %j that it is %s', (more, state) => {
  expect(cellsOf({ ...row, ...more }).at(-1)).toBe(state);
});
