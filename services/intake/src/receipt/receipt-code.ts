import { createHash } from 'node:crypto';
import type { OpinionId } from '@redress/contracts/values';

declare const brand: unique symbol;
/** 24 characters of Crockford's base32, without groups: 120 bits. A secret of its submitter: never stored, never logged. */
export type Receipt = string & { readonly [brand]: 'Receipt' };

export const RECEIPT_BYTES = 15;

// https://www.crockford.com/base32.html: no I, L, O, U.
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;

/** @throws RangeError unless there are RECEIPT_BYTES bytes. */
export const receiptOf = (bytes: Uint8Array): Receipt => {
  if (bytes.length !== RECEIPT_BYTES) throw new RangeError(`a receipt has ${String(RECEIPT_BYTES)} bytes`);
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const places = Array.from({ length: bits.length / BITS }, (_, index) => index * BITS);
  return places.map((at) => DIGITS.charAt(parseInt(bits.slice(at, at + BITS), 2))).join('') as Receipt;
};

/** As people read and write it: `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`. */
export const shown = (receipt: Receipt): string => receipt.replace(/.{4}(?=.)/g, '$&-');

/** What somebody typed: in any case, with or without hyphens and spaces, O for 0, I and L for 1. */
export const receiptIn = (written: string): Receipt | undefined => {
  const digits = written.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{24}$/.test(digits) ? (digits as Receipt) : undefined;
};

/** The opinion that a receipt is of: a UUID of version 8 made of its SHA-256, so that nothing has to map one to the other. */
export const opinionIdOf = (receipt: Receipt): OpinionId => {
  const hash = createHash('sha256').update(receipt).digest('hex');
  const variant = '89ab'.charAt(parseInt(hash.charAt(16), 16) % 4);
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return parts.join('-') as OpinionId;
};
