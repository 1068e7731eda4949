import { createCipheriv, createDecipheriv, createHmac, type KeyObject, randomBytes } from 'node:crypto';
import type { SealedField } from '@redress/contracts/personal';
import type { DataKey } from './key-ring.js';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
const SALT = 32;

/** Where a field stands: sealed there, it cannot be opened anywhere else. */
export type Place = {
  readonly stream: string;
  readonly type: string;
  /** Of the event. */
  readonly id: string;
  readonly path: string;
};

// None of them holds a line break.
const bindingOf = ({ stream, type, id, path }: Place): Buffer =>
  Buffer.from(`redress field 1\n${stream}\n${type}\n${id}\n${path}`);

/** AES-256-GCM over a salt and the text; beside it the HMAC of the text under that salt. */
export const sealed = ({ id, key }: DataKey, place: Place, text: string): SealedField => {
  const [nonce, salt] = [randomBytes(NONCE), randomBytes(SALT)];
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(bindingOf(place));
  const body = [cipher.update(salt), cipher.update(text, 'utf8'), cipher.final()];
  const bytes = Buffer.concat([nonce, ...body, cipher.getAuthTag()]);
  return { key: id, text: bytes.toString('base64'), proof: proofOf(salt, text) };
};

/** @throws Error when it was changed, or stood elsewhere, or was sealed under another key. */
export const opened = (field: SealedField, place: Place, key: KeyObject): string =>
  openedBytes(field, place, key).toString('utf8', SALT);

/** Whether a field holds this text, for whoever has its key. */
export const isProved = (field: SealedField, place: Place, key: KeyObject, text: string): boolean => {
  const bytes = openedBytes(field, place, key);
  return bytes.toString('utf8', SALT) === text && proofOf(bytes.subarray(0, SALT), text) === field.proof;
};

const openedBytes = ({ text }: SealedField, place: Place, key: KeyObject): Buffer => {
  const bytes = Buffer.from(text, 'base64');
  const end = bytes.length - TAG;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(bindingOf(place)).setAuthTag(bytes.subarray(end));
  const body = decipher.update(bytes.subarray(NONCE, end));
  decipher.final();
  return body;
};

const proofOf = (salt: Uint8Array, text: string): string =>
  createHmac('sha256', salt).update(text).digest('base64');
