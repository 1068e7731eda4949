import { randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { PersonId } from '@redress/contracts/values';
import { hashOfCode, recoveryCodeOf } from './recovery-codes.js';

const [ann, bob] = ['ann' as PersonId, 'bob' as PersonId];

it('writes bits so that they can be copied by hand, the same ones the same', () => {
  const bits = randomBytes(32);
  expect(recoveryCodeOf(bits)).toMatch(/^([A-HJKMNP-Z2-9]{5}-){3}[A-HJKMNP-Z2-9]{5}$/);
  expect(recoveryCodeOf(bits)).toBe(recoveryCodeOf(bits));
  expect(recoveryCodeOf(randomBytes(32))).not.toBe(recoveryCodeOf(bits));
});

it('knows a code again however it is typed, for its person alone', () => {
  const code = recoveryCodeOf(randomBytes(32));
  expect(hashOfCode(ann, ` ${code.toLowerCase().replaceAll('-', '')}\n`)).toBe(hashOfCode(ann, code));
  expect(hashOfCode(bob, code)).not.toBe(hashOfCode(ann, code));
  expect(hashOfCode(ann, `${code}A`)).not.toBe(hashOfCode(ann, code));
});
