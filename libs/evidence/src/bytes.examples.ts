import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Sha256 } from '@redress/contracts/values';

export const sha256Of = (bytes: Uint8Array): Sha256 =>
  createHash('sha256').update(bytes).digest('hex') as Sha256;

export const text = (content: string): Buffer => Buffer.from(content);
export const hex = (digits: string): Buffer => Buffer.from(digits, 'hex');

/** Bytes as they arrive, in pieces. */
export const arriving = (bytes: Uint8Array, pieces = 3): Readable => {
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
    Buffer.from(bytes.subarray(n * size, (n + 1) * size)),
  );
  return Readable.from(chunks, { objectMode: true });
};

/** Bytes from somebody who hangs up before the end. */
export const cutOff = async function* (bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
  await Promise.resolve();
  throw new Error('the caller hung up');
};

export const gathered = async <One>(all: AsyncIterable<One>): Promise<readonly One[]> => {
  const found: One[] = [];
  for await (const one of all) found.push(one);
  return found;
};

export const allOf = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> =>
  Buffer.concat(await gathered(bytes));
