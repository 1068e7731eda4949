import { createHash } from 'node:crypto';
import type { OpinionId } from '@redress/contracts/values';

declare const brand: unique symbol;
/**
 * Crockford's base32, without groups: 12 characters by which the opinion is found, and 20 that prove who holds it, 100 bits.
 * Of those handed out before, all 24 did both. A secret of its submitter: never stored, never logged.
 */
export type Receipt = string & { readonly [brand]: 'Receipt' };

export const RECEIPT_BYTES = 20;
const OLD_RECEIPT_BYTES = 15;
const OLD_LENGTH = 24;
const SELECTOR = 12;

// https://www.crockford.com/base32.html: no I, L, O, U.
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;

/** @throws RangeError unless there are RECEIPT_BYTES bytes, or as many as there were before. */
export const receiptOf = (bytes: Uint8Array): Receipt => {
  if (bytes.length !== RECEIPT_BYTES && bytes.length !== OLD_RECEIPT_BYTES)
    throw new RangeError(`a receipt has ${String(RECEIPT_BYTES)} bytes`);
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const places = Array.from({ length: bits.length / BITS }, (_, index) => index * BITS);
  return places.map((at) => DIGITS.charAt(parseInt(bits.slice(at, at + BITS), 2))).join('') as Receipt;
};

/** As people read and write it: `XXXX-XXXX-…`. */
export const shown = (receipt: Receipt): string => receipt.replace(/.{4}(?=.)/g, '$&-');

/** What somebody typed: in any case, with or without hyphens and spaces, O for 0, I and L for 1. */
export const receiptIn = (written: string): Receipt | undefined => {
  const digits = written.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{24}([0-9A-HJKMNP-TV-Z]{8})?$/.test(digits) ? (digits as Receipt) : undefined;
};

/** What proves that somebody holds it; nothing for one of before, which proves it by being found. */
export const verifierIn = (receipt: Receipt): string | undefined =>
  receipt.length === OLD_LENGTH ? undefined : receipt.slice(SELECTOR);

/** The opinion that a receipt is of: a UUID of version 8 made of a SHA-256, so that nothing has to map one to the other. */
export const opinionIdOf = (receipt: Receipt): OpinionId => {
  const finding = receipt.length === OLD_LENGTH ? receipt : receipt.slice(0, SELECTOR);
  const hash = createHash('sha256').update(finding).digest('hex');
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
