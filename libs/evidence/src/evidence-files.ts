import type { Readable } from 'node:stream';
import type { Instant, Sha256 } from '@redress/contracts/values';
import type { Kind } from './kinds.js';

export type StoredFile = { readonly sha256: Sha256; readonly size: number; readonly kind: Kind };

/** `storedAt` is when it was last put or renewed. */
export type ListedFile = StoredFile & { readonly storedAt: Instant };

/** The bytes must be read to their end or destroyed. They fail before their end when they no longer have the hash. */
export type OpenedFile = StoredFile & { readonly bytes: Readable };

/**
 * The port to the files that are evidence, each under the SHA-256 of its bytes. Whether bytes may be kept at all was
 * decided before. All methods but `put` find nothing under what is no SHA-256.
 */
export abstract class EvidenceFiles {
  /**
   * Durable once it resolves; nothing is to be found under the hash before. The same bytes are stored once, as the
   * kind that they were first put as, and are young again.
   * @throws EvidenceFault when they cannot be stored; what the bytes themselves throw; nothing is stored then.
   */
  abstract put(bytes: AsyncIterable<Uint8Array>, kind: Kind): Promise<StoredFile>;

  abstract get(sha256: Sha256): Promise<OpenedFile | undefined>;

  abstract has(sha256: Sha256): Promise<boolean>;

  /** Makes it young again, for whoever is about to name it in an event. Undefined when it is not there. */
  abstract renew(sha256: Sha256): Promise<StoredFile | undefined>;

  /** All there are, in no order. What is put or removed meanwhile may be among them or not. */
  abstract list(): AsyncIterable<ListedFile>;

  /** Removes it unless it was put or renewed at that moment or later, even while this runs. Whether it did. */
  abstract remove(sha256: Sha256, before: Instant): Promise<boolean>;
}
