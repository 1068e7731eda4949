import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EvidenceFiles } from '@redress/evidence/evidence-files';
import { FolderEvidenceFiles } from '@redress/evidence/folder-evidence-files';
import { Scratch } from '@redress/evidence/scratch';
import { OperationFailed } from '../operation-failed.js';
import { type EvidenceSource, inFolders } from './source.js';

/** A bucket where files of evidence are put. */
export type Place = { readonly files: EvidenceFiles; readonly close: () => void };

/** Where the files are, by `REDRESS_EVIDENCE`, as it is set for the gateway. */
export const sourceSet = async (data: readonly string[], env: NodeJS.ProcessEnv): Promise<EvidenceSource> => {
  if (kindSet(env) === 'folder') return inFolders(data);
  const { inBucket } = await import('./in-bucket.js');
  return inBucket(await bucketIn(env));
};

/** @throws OperationFailed */
export const kindSet = ({ REDRESS_EVIDENCE: set = '' }: NodeJS.ProcessEnv): 'folder' | 'bucket' => {
  if (set === '' || set === 'folder') return 'folder';
  if (set === 'bucket') return set;
  throw new OperationFailed(`REDRESS_EVIDENCE must be folder or bucket, not ${JSON.stringify(set)}.`);
};

export const openFolder = (data: string): Promise<EvidenceFiles> =>
  FolderEvidenceFiles.open(join(data, 'evidence'));

/** What is on its way there lies in the folder for temporary files. @throws OperationFailed, EvidenceFault */
export const openBucket = async (env: NodeJS.ProcessEnv): Promise<Place> => {
  const { BucketEvidenceFiles } = await import('@redress/evidence/bucket/bucket-evidence-files');
  const bucket = await bucketIn(env);
  const folder = mkdtempSync(join(tmpdir(), 'redress-evidence-'));
  const close = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const files = await BucketEvidenceFiles.open(bucket, await Scratch.open(folder));
    return { files, close };
  } catch (error) {
    close();
    throw error;
  }
};

const bucketIn = async (env: NodeJS.ProcessEnv) => {
  const { bucketSet } = await import('@redress/evidence/bucket/bucket-set');
  try {
    return bucketSet(env);
  } catch (error) {
    throw error instanceof RangeError ? new OperationFailed(`${error.message}.`) : error;
  }
};
