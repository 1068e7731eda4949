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

/**
 * Evidence in `<REDRESS_DATA>/evidence`, or in the bucket that is set; and in `<REDRESS_DATA>/evidence-uploads`, which is always
 * on this machine, what is on its way.
 */
export const openEvidence = async (
  data = process.env['REDRESS_DATA'] ?? 'data',
  limits: EvidenceLimits = limitsFromEnvironment(),
): Promise<Evidence> => {
  const arriving = join(data, 'evidence-uploads');
  const scratch = await Scratch.open(join(arriving, '.writing')).catch((error: unknown) => {
    throw asFault(arriving, error);
  });
  const files = await filesSet(data, scratch);
  const takeIn = new TakeIn(files, scratch, limits);
  return new Evidence(files, takeIn, new Uploads(arriving, scratch, takeIn, limits));
};

/** By `REDRESS_EVIDENCE`: `folder`, unless set, or `bucket`, which `REDRESS_S3_URL` says where to find. */
const filesSet = async (data: string, scratch: Scratch): Promise<EvidenceFiles> => {
  const set = process.env['REDRESS_EVIDENCE'] ?? '';
  if (set === '' || set === 'folder') return FolderEvidenceFiles.open(join(data, 'evidence'));
  if (set !== 'bucket')
    throw new RangeError(`REDRESS_EVIDENCE must be folder or bucket, not ${JSON.stringify(set)}`);
  // Loaded when it is set: the client of a bucket is larger than all else here.
  const { bucketSet } = await import('./bucket/bucket-set.js');
  const { BucketEvidenceFiles } = await import('./bucket/bucket-evidence-files.js');
  return BucketEvidenceFiles.open(bucketSet(), scratch);
};
