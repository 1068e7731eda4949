import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import type { Bucket } from '@redress/evidence/bucket/bucket';
import { BucketContents } from '@redress/evidence/bucket/bucket-contents';
import { writeNew } from '@redress/evidence/durable';
import { asFault, EvidenceFault } from '@redress/evidence/faults';
import { makeFolder } from '../backup/files.js';
import { OperationFailed } from '../operation-failed.js';
import { type EvidenceSource, hashOfFile, type Sum } from './source.js';

/** What is cut off, or does not have its hash as it comes, is asked for so often in all. */
const TRIES = 3;

/** Reads and lists, and does nothing else there. */
export const inBucket = (bucket: Bucket): EvidenceSource => {
  const contents = new BucketContents(bucket);
  return {
    kind: 'bucket',
    list: async function* () {
      await bucket.check();
      for await (const { name, size } of contents.list()) yield { name, bytes: size };
    },
    copy: async ({ name }, to) => {
      makeFolder(dirname(to));
      for (let tried = 1; ; tried += 1) {
        const found = await contents.read(name);
        if (!found) return undefined;
        const sum = await written(found.bytes, to);
        if (sum?.sha256 === hashOfFile(name)) return sum;
        if (tried < TRIES) rmSync(to, { force: true });
        else if (sum) return sum;
        else throw new OperationFailed(`the bucket breaks off in the middle of ${name}, each time anew.`);
      }
    },
  };
};

/** Undefined when the bytes did not come to their end. @throws EvidenceFault when the disk does not take them */
const written = async (bytes: Readable, to: string): Promise<Sum | undefined> => {
  try {
    const { sha256, size } = await writeNew(to, bytes);
    return { bytes: size, sha256 };
  } catch (error) {
    const fault = asFault(to, error);
    if (fault instanceof EvidenceFault) throw fault;
    return undefined;
  }
};
