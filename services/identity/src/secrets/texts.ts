import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Sha256 } from '@redress/contracts/values';

/** What a text is for stands before its 256 bits: whoever finds one sees what it is. */
const PREFIXES = {
  session: 'rds_',
  device: 'rdd_',
  invitation: 'rdi_',
  setUp: 'rdu_',
  ticket: 'rdt_',
  registration: 'rdq_',
} as const;
type Purpose = keyof typeof PREFIXES;

export const sha256Of = (text: string): Sha256 => createHash('sha256').update(text).digest('hex') as Sha256;

/** A text that nobody can guess, and its hash, which alone is kept. */
export const newText = (purpose: Purpose): { readonly text: string; readonly sha256: Sha256 } =>
  hashed(`${PREFIXES[purpose]}${randomBytes(32).toString('base64url')}`);

/** Makes texts that are the same for the same cause, so that a repeat is told the same and none is kept. */
export class Mint {
  constructor(private readonly secret: string) {}

  textFor(purpose: Purpose, cause: string): { readonly text: string; readonly sha256: Sha256 } {
    const bits = createHmac('sha256', this.secret).update(`${purpose} ${cause}`).digest('base64url');
    return hashed(`${PREFIXES[purpose]}${bits}`);
  }
}

/** An id made of a hash: a UUID of version 8. */
export const idOf = (sha256: Sha256): string => {
  const variant = (0x8 | (parseInt(sha256.charAt(16), 16) & 0x3)).toString(16);
  const hex = `${sha256.slice(0, 12)}8${sha256.slice(13, 16)}${variant}${sha256.slice(17, 32)}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

const hashed = (text: string) => ({ text, sha256: sha256Of(text) });
