import type { Sha256 } from '@redress/contracts/values';
import { type Kind, kindEnding, KINDS } from '../kinds.js';

/** Where a file lies in a bucket: `files/ab/cd/<hash>.<ending>`, where the hash begins with `abcd`. */
export type Place = {
  readonly sha256: Sha256;
  readonly kind: Kind;
  readonly key: string;
  readonly size: number;
};

export const FILES = 'files/';

export const isSha256 = (text: string): text is Sha256 => /^[0-9a-f]{64}$/.test(text);

/** Of a file by its name, which begins with its hash. */
export const folderOf = (name: string): string => `${FILES}${name.slice(0, 2)}/${name.slice(2, 4)}/`;

export const keyOf = (sha256: Sha256, kind: Kind): string =>
  `${folderOf(sha256)}${sha256}.${KINDS[kind].extensions[0]}`;

/** Undefined for what is no file of evidence, or does not lie where one does. */
export const placeAt = (key: string, size: number): Place | undefined => {
  const [sha256 = '', ending = ''] = key.slice(key.lastIndexOf('/') + 1).split('.');
  const kind = kindEnding(ending);
  return kind && isSha256(sha256) ? { sha256, kind, key, size } : undefined;
};
