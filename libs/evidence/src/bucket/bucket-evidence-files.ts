import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Instant, Sha256 } from '@redress/contracts/values';
import { writeNew } from '../durable.js';
import { EvidenceFiles, type ListedFile, type OpenedFile, type StoredFile } from '../evidence-files.js';
import { asFault } from '../faults.js';
import type { Kind } from '../kinds.js';
import type { Scratch } from '../scratch.js';
import { verified } from '../verified.js';
import type { Bucket } from './bucket.js';
import { FILES, folderOf, isSha256, keyOf, type Place, placeAt } from './places.js';

const [YOUNG, REMOVING] = ['young/', 'removing/'];

/** Of what was brought here by other means. */
const LONG_AGO = '1970-01-01T00:00:00.000Z' as Instant;

/**
 * Evidence in a bucket: `files/ab/cd/<hash>.<ending>`. A bucket says to the second when an object was written, by a clock of its
 * own, and cannot remove one on a condition. So how old a file is stands in the name of an empty object beside it,
 * `young/<hash>/<moment>`: whoever puts or renews a file writes that first and then looks for the file; whoever removes one
 * takes the file away, with a copy aside, and then looks once more whether it is young. One of the two sees the other.
 */
export class BucketEvidenceFiles extends EvidenceFiles {
  private constructor(
    private readonly bucket: Bucket,
    private readonly scratch: Scratch,
  ) {
    super();
  }

  /** Looks whether the bucket is there, and puts back what interrupted runs had begun to remove. */
  static async open(bucket: Bucket, scratch: Scratch): Promise<BucketEvidenceFiles> {
    await bucket.check();
    const files = new BucketEvidenceFiles(bucket, scratch);
    for await (const { key } of bucket.keys(REMOVING)) await files.putBack(key);
    return files;
  }

  override async put(bytes: AsyncIterable<Uint8Array>, kind: Kind): Promise<StoredFile> {
    const path = this.scratch.newPath();
    try {
      const { sha256, size } = await writeNew(path, bytes);
      const place = await this.find(sha256);
      await this.makeYoung(sha256);
      // Also over what is there: it is whole again then if it was damaged.
      await this.bucket.put(place?.key ?? keyOf(sha256, kind), path, size);
      return { sha256, size, kind: place?.kind ?? kind };
    } catch (error) {
      throw asFault(this.scratch.folder, error);
    } finally {
      await rm(path, { force: true });
    }
  }

  override async get(sha256: Sha256): Promise<OpenedFile | undefined> {
    const place = await this.find(sha256);
    const found = place && (await this.bucket.get(place.key));
    if (!found) return undefined;
    return { sha256, size: found.size, kind: place.kind, bytes: verified(found.bytes, sha256) };
  }

  override async has(sha256: Sha256): Promise<boolean> {
    return (await this.find(sha256)) !== undefined;
  }

  override async renew(sha256: Sha256): Promise<StoredFile | undefined> {
    if (!(await this.find(sha256)) && !(await this.isAside(sha256))) return undefined;
    await this.makeYoung(sha256);
    for await (const { key } of this.asideOf(sha256)) await this.putBack(key);
    const place = await this.find(sha256);
    return place && { sha256, size: place.size, kind: place.kind };
  }

  override async *list(): AsyncGenerator<ListedFile> {
    const ages = this.bucket.keys(YOUNG);
    let age = await ages.next();
    for await (const { key, size } of this.bucket.keys(FILES)) {
      const place = placeAt(key, size);
      if (!place) continue;
      const { sha256, kind } = place;
      let storedAt = LONG_AGO;
      // Both are in the order of the hashes, and the moments of one in their own.
      for (; !age.done && hashIn(age.value.key) <= sha256; age = await ages.next())
        if (hashIn(age.value.key) === sha256) storedAt = momentIn(age.value.key);
      yield { sha256, kind, size, storedAt };
    }
  }

  override async remove(sha256: Sha256, before: Instant): Promise<boolean> {
    const place = await this.find(sha256);
    if (!place || (await this.isYoung(sha256, before))) return false;
    const aside = `${REMOVING}${place.key.slice(place.key.lastIndexOf('/') + 1)}~${randomUUID()}`;
    if (!(await this.bucket.copy(place.key, aside))) return false;
    await this.bucket.delete(place.key);
    if (await this.isYoung(sha256, before)) {
      await this.putBack(aside);
      return false;
    }
    await this.bucket.delete(aside);
    for (const key of await this.agesOf(sha256)) if (momentIn(key) < before) await this.bucket.delete(key);
    return true;
  }

  private async find(sha256: Sha256): Promise<Place | undefined> {
    if (!isSha256(sha256)) return undefined;
    for await (const { key, size } of this.bucket.keys(`${folderOf(sha256)}${sha256}.`)) {
      const place = placeAt(key, size);
      if (place) return place;
    }
    return undefined;
  }

  private async makeYoung(sha256: Sha256): Promise<void> {
    await this.bucket.putEmpty(`${YOUNG}${sha256}/${new Date().toISOString()}`);
    for (const key of (await this.agesOf(sha256)).slice(0, -1)) await this.bucket.delete(key);
  }

  private async isYoung(sha256: Sha256, before: Instant): Promise<boolean> {
    return (await this.agesOf(sha256)).some((key) => momentIn(key) >= before);
  }

  private async agesOf(sha256: Sha256): Promise<readonly string[]> {
    const ages: string[] = [];
    for await (const { key } of this.bucket.keys(`${YOUNG}${sha256}/`)) ages.push(key);
    return ages;
  }

  private asideOf(sha256: Sha256): AsyncGenerator<{ readonly key: string }> {
    return this.bucket.keys(`${REMOVING}${isSha256(sha256) ? sha256 : '-'}.`);
  }

  private async isAside(sha256: Sha256): Promise<boolean> {
    return !(await this.asideOf(sha256).next()).done;
  }

  private async putBack(aside: string): Promise<void> {
    const name = aside.slice(REMOVING.length, aside.lastIndexOf('~'));
    await this.bucket.copy(aside, `${folderOf(name)}${name}`);
    await this.bucket.delete(aside);
  }
}

const hashIn = (age: string): string => age.slice(YOUNG.length, age.lastIndexOf('/'));
const momentIn = (age: string): Instant => age.slice(age.lastIndexOf('/') + 1) as Instant;
