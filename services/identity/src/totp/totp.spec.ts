import { expect, it } from '@jest/globals';
import type { Instant } from '@redress/contracts/values';
import { newTotpSecret, stepOf, totpAddress } from './totp.js';

/** `12345678901234567890` in base32, of which RFC 6238 says in appendix B what is shown when; here the last six digits. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number): Instant => new Date(seconds * 1_000).toISOString() as Instant;

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('knows at %i s the code that the standard has', (seconds, code) => {
  expect(stepOf(SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
});

it('takes the code of the step before and after, and says which it was; no other', () => {
  const code = '050471';
  const step = Math.floor(1_111_111_111 / 30);
  const begin = step * 30;
  for (const seconds of [begin - 30, begin, begin + 59]) expect(stepOf(SECRET, code, at(seconds))).toBe(step);
  for (const seconds of [begin - 31, begin + 60]) expect(stepOf(SECRET, code, at(seconds))).toBeUndefined();
});

it.each(['', '05047', '0504711', '05 04 71x', 'abcdef', '０５０４７１', '-50471'])(
  'takes %j for no code',
  (code) => {
    expect(stepOf(SECRET, code, at(1_111_111_111))).toBeUndefined();
  },
);

it('does not mind how the digits are parted', () => {
  expect(stepOf(SECRET, ' 050 471 ', at(1_111_111_111))).toBeDefined();
});

it('draws another secret of 160 bits each time, and says it as authenticators read it', () => {
  const [one, two] = [newTotpSecret(), newTotpSecret()];
  expect(one).not.toBe(two);
  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(totpAddress(one, '手机 & more?secret=x')).toBe(
    `otpauth://totp/Redress:${encodeURIComponent('手机 & more?secret=x')}?secret=${one}&issuer=Redress`,
  );
});
