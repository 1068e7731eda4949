import { randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const LEAST_CHARACTERS = 32;

/**
 * The secret of which receipts are drawn: REDRESS_RECEIPT_SECRET, or else the file `receipt.secret` in the data
 * folder, which is made on first start. Without it no receipt is lost; only a retry is answered with another one.
 * @throws Error when it is too short to be a secret.
 */
export const receiptSecret = ({ env, folder }: { env: string | undefined; folder: string }): string => {
  const path = join(folder, 'receipt.secret');
  const [secret, from] =
    env === undefined ? [readOrMake(folder, path), path] : [env, 'REDRESS_RECEIPT_SECRET'];
  if (secret.length < LEAST_CHARACTERS)
    throw new Error(`${from} must hold at least ${String(LEAST_CHARACTERS)} characters`);
  return secret;
};

const readOrMake = (folder: string, path: string): string => {
  if (!existsSync(path)) make(folder, path);
  return readFileSync(path, 'utf8').trim();
};

/** Whole or not at all; when two copies of the service start at once, both end up with the one that was first. */
const make = (folder: string, path: string): void => {
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, `${randomBytes(32).toString('hex')}\n`);
    fsyncSync(file);
    linkSync(draft, path);
  } catch (error) {
    if (!isThereAlready(error)) throw error;
  } finally {
    closeSync(file);
    rmSync(draft);
  }
};

const isThereAlready = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
