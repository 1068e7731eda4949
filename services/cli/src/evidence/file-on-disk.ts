import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Sha256 } from '@redress/contracts/values';
import { Trouble } from '../trouble.js';

/** Small enough for a slow line, large enough that a thousand of them are a film. */
export const PART_BYTES = 4 * 1024 * 1024;

/** The parts of a file in order, each in memory only while it is used. @throws Trouble when it cannot be read */
export const partsOf = async function* (path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path).catch((error: unknown) => {
    throw new Trouble(`${path} cannot be read: ${String(error)}`);
  });
  try {
    for (;;) {
      const buffer = Buffer.alloc(PART_BYTES);
      const { bytesRead } = await file.read(buffer, 0, PART_BYTES);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
};

export const measured = async (path: string): Promise<{ readonly sha256: Sha256; readonly size: number }> => {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of partsOf(path)) {
    hash.update(part);
    size += part.length;
  }
  return { sha256: hash.digest('hex') as Sha256, size };
};
