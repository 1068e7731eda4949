import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha256 } from '@redress/contracts/values';
import type { EvidenceFiles } from '@redress/evidence/evidence-files';
import { DamagedFile } from '@redress/evidence/faults';
import { kindEnding } from '@redress/evidence/kinds';
import { verified } from '@redress/evidence/verified';
import { atOnce } from '../at-once.js';
import type { BackedUp } from '../backup/manifest.js';
import { bring } from '../evidence/bring.js';
import { hashOfFile } from '../evidence/source.js';
import { OperationFailed } from '../operation-failed.js';

const AT_ONCE = 4;

/**
 * Puts the files of evidence of a backup where the gateway will look for them. What was damaged when it was backed up stays out.
 * @throws OperationFailed, EvidenceFault; those that were put there stay
 */
export const bringAll = async (
  folder: string,
  files: readonly BackedUp[],
  to: EvidenceFiles,
  say: (line: string) => void,
): Promise<void> => {
  const bringOne = async ({ path, bytes: size, sha256 }: BackedUp): Promise<void> => {
    const kind = kindEnding(path.slice(path.lastIndexOf('.') + 1));
    if (!kind || sha256 !== hashOfFile(path)) {
      say(`${path} was damaged when it was backed up, and stays out`);
      return;
    }
    const file = join(folder, path);
    if (!existsSync(file)) throw new OperationFailed(`${path} is missing in the backup.`);
    const stored = { sha256: sha256 as Sha256, size, kind };
    try {
      await bring(to, stored, () => Promise.resolve(verified(createReadStream(file), stored.sha256)));
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      throw new OperationFailed(
        `${path} is damaged in the backup: it has not the hash with which it was backed up.`,
      );
    }
  };
  await atOnce(files, AT_ONCE, bringOne);
  say(`evidence: ${String(files.length)} files are where they belong`);
};
