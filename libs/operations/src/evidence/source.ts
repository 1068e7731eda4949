import { basename, join } from 'node:path';
import { copyFile, filesBelow, sizeOf, sumOfFile } from '../backup/files.js';
import type { BackedUp } from '../backup/manifest.js';

/** A file of evidence, `ab/cd/<hash>.<ending>`. */
export type Stored = { readonly name: string; readonly bytes: number };
export type Sum = Omit<BackedUp, 'path'>;

export const hashOfFile = (path: string): string => basename(path).slice(0, 64);

/** Where the files of evidence are. Nothing is written there. */
export type EvidenceSource = {
  readonly kind: 'folder' | 'bucket';
  readonly list: () => AsyncIterable<Stored> | Iterable<Stored>;
  /** Durable once it resolves, with the hash of what was copied; undefined when the file is gone meanwhile. */
  readonly copy: (file: Stored, to: string) => Promise<Sum | undefined>;
};

/** What is half written or half removed lies elsewhere. */
const STORED = /^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}\.[a-z0-9]+$/;

/** In any of the data folders; the same file is the same wherever it is. */
export const inFolders = (data: readonly string[]): EvidenceSource => {
  const folders = data.map((folder) => join(folder, 'evidence'));
  const placeOf = (name: string): string =>
    folders.map((folder) => join(folder, name)).find((path) => sizeOf(path) !== undefined) ?? '';
  return {
    kind: 'folder',
    list: () => {
      const names = new Set(
        folders.flatMap((folder) => filesBelow(folder)).filter((name) => STORED.test(name)),
      );
      return [...names].map((name) => ({ name, bytes: sizeOf(placeOf(name)) ?? 0 }));
    },
    copy: async ({ name }, to) => (copiedUnlessGone(placeOf(name), to) ? sumOfFile(to) : undefined),
  };
};

/** A file that no event names may be removed by its service meanwhile. */
const copiedUnlessGone = (from: string, to: string): boolean => {
  try {
    copyFile(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
};
