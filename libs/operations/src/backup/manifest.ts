import { createHash } from 'node:crypto';
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '@redress/contracts/values';
import type { Ledger } from '../ledger.js';
import { OperationFailed } from '../operation-failed.js';
import { writeDurably } from './files.js';

/** A file of a backup, where it lies in it. */
export type BackedUp = { readonly path: string; readonly bytes: number; readonly sha256: string };

export type LedgerOfService = Ledger & { readonly service: string };

/** What a backup holds, written when all of it is there. */
export type Manifest = {
  readonly format: number;
  /** The version of the program that took it. */
  readonly version: string;
  /** The moment that it shows. */
  readonly at: Instant;
  readonly finishedAt: Instant;
  /** Where the services kept their events: in the files of the backup, or as lines of JSON. */
  readonly events: 'sqlite' | 'kurrentdb';
  readonly services: readonly LedgerOfService[];
  /** One hash over the ledgers of all services. */
  readonly head: string;
  /** Where the files of evidence were, of which those that are left out are not in the backup. */
  readonly evidence: 'folder' | 'bucket' | 'left-out';
  /** So many files are named by events where all may read it, of which these are not here. */
  readonly namedFiles: number;
  readonly missingFiles: readonly string[];
  /** These are here as they were found, and that is not as they once were. Absent from before it was told. */
  readonly damagedFiles?: readonly string[];
  readonly files: readonly BackedUp[];
};

export const FORMAT = 1;
export const MANIFEST = 'manifest.json';
/** As `sha256sum -c` reads it. */
const SUM = 'manifest.sha256';
/** There as long as a backup is not finished. */
export const UNFINISHED = 'unfinished';

const sumOf = (text: string): string => `${createHash('sha256').update(text).digest('hex')}  ${MANIFEST}\n`;

/** The manifest comes last, in one step: a backup that was cut short has none. */
export const writeManifest = (folder: string, manifest: Manifest): void => {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  writeDurably(join(folder, SUM), sumOf(text));
  writeDurably(join(folder, `${MANIFEST}.new`), text);
  renameSync(join(folder, `${MANIFEST}.new`), join(folder, MANIFEST));
};

/** @throws OperationFailed when the folder is no backup that was finished, or the manifest is not as it was written. */
export const readManifest = (folder: string): Manifest => {
  const text = contentOf(join(folder, MANIFEST));
  if (text === undefined)
    throw new OperationFailed(
      contentOf(join(folder, UNFINISHED)) === undefined
        ? `${folder} is no backup: there is no ${MANIFEST} in it.`
        : `The backup in ${folder} was not finished: it was stopped, or the disk was full. It cannot be restored. ` +
            'Delete it, and use another.',
    );
  if (contentOf(join(folder, SUM)) !== sumOf(text))
    throw new OperationFailed(`${join(folder, MANIFEST)} is not as it was written: the backup is damaged.`);
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format > FORMAT)
    throw new OperationFailed(
      `${folder} was written by version ${manifest.version} of Redress, which is newer than this one.`,
    );
  return manifest;
};

const contentOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};
