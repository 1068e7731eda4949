import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rejected } from '@redress/contracts/command';
import type { Sha256 } from '@redress/contracts/values';
import { atMost, TooLarge } from './at-most.js';
import { displayName } from './display-name.js';
import { writeNew } from './durable.js';
import type { EvidenceFiles, StoredFile } from './evidence-files.js';
import { examined } from './examine/examine.js';
import { kindOf } from './examine/kind-of.js';
import type { EvidenceLimits } from './limits.js';
import type { FileRejection } from '@redress/contracts/evidence/rejections';
import type { Kind } from './kinds.js';
import type { Scratch } from './scratch.js';

/** The name as somebody gave it; the hash that the bytes ought to have, if it was said. */
export type Sent = { readonly name: string; readonly sha256?: Sha256 | undefined };

/** Less than the limits: fewer bytes, and some kinds only. */
export type Narrower = { readonly bytes: number; readonly kinds: readonly Kind[] };

/** What is stored, the name to show it under, and the hash of what was sent, which may be another. */
export type Taken = StoredFile & { readonly name: string; readonly sent: Sha256 };

/** Takes a file in as evidence: examined, made harmless where that is possible, stored; or refused, and nothing stored. */
export class TakeIn {
  constructor(
    private readonly files: EvidenceFiles,
    private readonly scratch: Scratch,
    private readonly limits: Pick<EvidenceLimits, 'bytes' | 'pixels'>,
  ) {}

  /** @throws EvidenceFault when the disk fails, and what the bytes themselves throw. */
  async take(
    bytes: AsyncIterable<Uint8Array>,
    sent: Sent,
    narrower?: Narrower,
  ): Promise<Taken | Rejected<FileRejection>> {
    const folder = await this.scratch.newFolder();
    try {
      return await this.examineAndStore(bytes, sent, folder, narrower);
    } catch (error) {
      if (error instanceof TooLarge) return { rejected: 'too-large' };
      throw error;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async examineAndStore(
    bytes: AsyncIterable<Uint8Array>,
    { name, sha256 }: Sent,
    folder: string,
    narrower?: Narrower,
  ): Promise<Taken | Rejected<FileRejection>> {
    const path = join(folder, 'sent');
    const sent = await writeNew(
      path,
      atMost(bytes, Math.min(this.limits.bytes, narrower?.bytes ?? Infinity)),
    );
    if (sha256 !== undefined && sent.sha256 !== sha256) return { rejected: 'hash-differs' };
    if (sent.size === 0) return { rejected: 'empty-file' };
    const recognised = await kindOf(path, name);
    if ('rejected' in recognised) return recognised;
    const { kind } = recognised;
    if (narrower && !narrower.kinds.includes(kind)) return { rejected: 'type-not-allowed' };
    const result = await examined(kind, path, this.limits);
    if ('rejected' in result) return result;
    const stored = await this.files.put(atMost(createReadStream(result.path), this.limits.bytes), kind);
    return { ...stored, name: displayName(name, kind), sent: sent.sha256 };
  }
}
