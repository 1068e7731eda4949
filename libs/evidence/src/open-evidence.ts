import { join } from 'node:path';
import type { EvidenceFiles } from './evidence-files.js';
import { asFault } from './faults.js';
import { FolderEvidenceFiles } from './folder-evidence-files.js';
import { type EvidenceLimits, limitsFromEnvironment } from './limits.js';
import { Scratch } from './scratch.js';
import { TakeIn } from './take-in.js';
import { Uploads } from './uploads.js';

/** A class, because Nest injects by class. */
export class Evidence {
  constructor(
    readonly files: EvidenceFiles,
    readonly takeIn: TakeIn,
    readonly uploads: Uploads,
  ) {}
}

/** Evidence on this machine: `<REDRESS_DATA>/evidence`, and `<REDRESS_DATA>/evidence-uploads` for what is on its way. */
export const openEvidence = async (
  data = process.env['REDRESS_DATA'] ?? 'data',
  limits: EvidenceLimits = limitsFromEnvironment(),
): Promise<Evidence> => {
  const files = await FolderEvidenceFiles.open(join(data, 'evidence'));
  const arriving = join(data, 'evidence-uploads');
  const scratch = await Scratch.open(join(arriving, '.writing')).catch((error: unknown) => {
    throw asFault(arriving, error);
  });
  const takeIn = new TakeIn(files, scratch, limits);
  return new Evidence(files, takeIn, new Uploads(arriving, scratch, takeIn, limits));
};
