import { createHash } from 'node:crypto';
import { pipeline, type Readable, Transform, type TransformCallback } from 'node:stream';
import type { Sha256 } from '@redress/contracts/values';
import { DamagedFile } from './faults.js';

/** The same bytes. The last of them are held back until all are known to have the hash; else the stream fails. */
export const verified = (bytes: Readable, sha256: Sha256): Readable => {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  const check = new Transform({
    transform(chunk: Buffer, _, done: TransformCallback) {
      hash.update(chunk);
      const ready = held;
      held = chunk;
      done(null, ready);
    },
    flush(done: TransformCallback) {
      if (hash.digest('hex') === sha256) done(null, held);
      else done(new DamagedFile(`${sha256}: the bytes are no longer those that were stored`));
    },
  });
  pipeline(bytes, check, () => undefined);
  return check;
};
