import type { Readable } from 'node:stream';
import { EvidenceFault } from '../faults.js';
import type { Bucket } from './bucket.js';
import { FILES, placeAt } from './places.js';

/** One that is put anew at the moment is there the next time. */
const TRIES = 3;

/** A file by its name below `files/`: `ab/cd/<hash>.<ending>`, as in a folder. */
export type Contained = { readonly name: string; readonly size: number };

/** What a bucket holds, to be read and nothing else: none is made young or put back, so whoever removes files is not disturbed. */
export class BucketContents {
  constructor(private readonly bucket: Bucket) {}

  /** Without those that are being removed, or put, at the moment. */
  async *list(): AsyncGenerator<Contained> {
    for await (const { key, size } of this.bucket.keys(FILES))
      if (placeAt(key, size)) yield { name: key.slice(FILES.length), size };
  }

  /**
   * As they come: whoever reads them looks whether they have the hash. Undefined when the file is gone.
   * @throws EvidenceFault when the bucket lists the file and does not give it
   */
  async read(name: string): Promise<{ readonly bytes: Readable; readonly size: number } | undefined> {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const found = await this.bucket.get(`${FILES}${name}`);
      if (found) return found;
      if ((await this.bucket.keys(`${FILES}${name}`).next()).done) return undefined;
    }
    throw new EvidenceFault(`the bucket lists ${name}, and does not give it`);
  }
}
