import type { EvidenceFiles, ListedFile } from '@redress/evidence/evidence-files';
import { DamagedFile } from '@redress/evidence/faults';
import { atOnce } from '../at-once.js';
import { bring } from './bring.js';

export type MovedFiles = {
  readonly brought: number;
  readonly there: number;
  /** The hashes of those that are not as they were stored: they stay where they are. */
  readonly damaged: readonly string[];
};

const AT_ONCE = 4;
const SAY_EVERY = 1_000;

/**
 * Brings all files of evidence to another place, each read there once it is. The source is left as it is. What is there already
 * stays, so that it goes on where it was interrupted, and brings what came since when it is done once more.
 *
 * @throws OperationFailed, EvidenceFault
 */
export const moveFiles = async (
  from: Pick<EvidenceFiles, 'list' | 'get'>,
  to: EvidenceFiles,
  say: (line: string) => void = () => undefined,
): Promise<MovedFiles> => {
  const count = { brought: 0, there: 0, gone: 0 };
  const damaged: string[] = [];
  const moveOne = async (file: ListedFile): Promise<void> => {
    try {
      count[await bring(to, file, async () => (await from.get(file.sha256))?.bytes)] += 1;
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      damaged.push(file.sha256);
    }
    const done = count.brought + count.there;
    if (done > 0 && done % SAY_EVERY === 0) say(`${String(done)} files so far`);
  };
  await atOnce(from.list(), AT_ONCE, moveOne);
  return { brought: count.brought, there: count.there, damaged };
};
