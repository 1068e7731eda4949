import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Sha256 } from '@redress/contracts/values';
import type { EvidenceFiles, StoredFile } from '@redress/evidence/evidence-files';
import { DamagedFile } from '@redress/evidence/faults';
import { OperationFailed } from '../operation-failed.js';

/**
 * Puts a file where it is not yet, and reads it there. One that is there in its full length stays, and is young again: nothing
 * is to be found under a hash before all of it is there.
 *
 * @throws DamagedFile when the bytes do not have the hash, OperationFailed, EvidenceFault
 */
export const bring = async (
  to: EvidenceFiles,
  { sha256, size, kind }: StoredFile,
  open: () => Promise<Readable | undefined>,
): Promise<'brought' | 'there' | 'gone'> => {
  if ((await to.renew(sha256))?.size === size) return 'there';
  const bytes = await open();
  if (!bytes) return 'gone';
  const stored = await to.put(bytes, kind);
  if (stored.sha256 !== sha256 || !(await isWhole(to, sha256)))
    throw new OperationFailed(`${sha256} was not stored as it is.`);
  return 'brought';
};

const isWhole = async (files: EvidenceFiles, sha256: Sha256): Promise<boolean> => {
  const found = await files.get(sha256);
  if (!found) return false;
  try {
    await finished(found.bytes.resume());
    return true;
  } catch (error) {
    if (error instanceof DamagedFile) return false;
    throw error;
  }
};
