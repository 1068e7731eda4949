import type { PersonId, Sha256 } from '@redress/contracts/values';
import { sha256Of } from '../secrets/texts.js';

/** Without those that look like others. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 20;
const GROUP = 5;

/** Of bits that nobody can guess, a code that can be written down: `7KQ2M-…`, some 99 bits. */
export const recoveryCodeOf = (bits: Uint8Array): string => {
  let number = bits.reduce((all, byte) => all * 256n + BigInt(byte), 0n);
  let code = '';
  for (let n = 0; n < LENGTH; n += 1) {
    if (n > 0 && n % GROUP === 0) code += '-';
    code += LETTERS.charAt(Number(number % BigInt(LETTERS.length)));
    number /= BigInt(LETTERS.length);
  }
  return code;
};

/** Under what a code is kept, however it was typed. Of another person the same code is another. */
export const hashOfCode = (person: PersonId, code: string): Sha256 =>
  sha256Of(`recovery ${person} ${code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}`);
