import { createHash } from 'node:crypto';
import type { Sha256 } from '@redress/contracts/values';
import canonicalize from 'canonicalize';

/** The SHA-256 of something as RFC 8785 writes it: whoever has it as JSON finds the same, in any language. */
export const digestOf = (value: object): Sha256 => {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('there is nothing to write');
  return createHash('sha256').update(text).digest('hex') as Sha256;
};
