import { basename, join } from 'node:path';
import type { BackedUp, Manifest } from './manifest.js';
import { copyFile, filesBelow, linked, sizeOf, sumOfFile } from './files.js';

/** `ab/cd/<hash>.<ending>`: what is half written or half removed lies elsewhere. */
const STORED = /^[0-9a-f]{2}\/[0-9a-f]{2}\/([0-9a-f]{64})\.[a-z0-9]+$/;

export const hashOfFile = (path: string): string => basename(path).slice(0, 64);

/** A backup that is there already: what it holds of evidence need not be copied once more. */
export type Earlier = { readonly folder: string; readonly manifest: Manifest };

/**
 * Copies the files of evidence, each of which never changes. What an earlier backup on the same disk has is linked to.
 * A file that its own hash does not fit is copied as it is, and named.
 */
export const copyEvidence = async (
  data: readonly string[],
  to: string,
  path: string,
  earlier: Earlier | undefined,
): Promise<{ readonly files: readonly BackedUp[]; readonly damaged: readonly string[] }> => {
  const known = new Map(earlier?.manifest.files.map((file) => [file.path, file]));
  const files: BackedUp[] = [];
  const damaged: string[] = [];
  for (const [name, source] of storedIn(data)) {
    const place = `${path}/${name}`;
    const before = known.get(place);
    if (earlier && before && sizeOf(source) === before.bytes) {
      const old = join(earlier.folder, place);
      if (sizeOf(old) === before.bytes && linked(old, join(to, name))) {
        files.push(before);
        continue;
      }
    }
    if (!copiedUnlessGone(source, join(to, name))) continue;
    const sum = await sumOfFile(join(to, name));
    if (sum.sha256 !== hashOfFile(name)) damaged.push(name);
    files.push({ path: place, ...sum });
  }
  return { files, damaged };
};

/** What is stored in any of the folders; the same file is the same wherever it is. */
const storedIn = (data: readonly string[]): ReadonlyMap<string, string> => {
  const folders = data.map((folder) => join(folder, 'evidence'));
  return new Map(
    folders.flatMap((folder) =>
      filesBelow(folder)
        .filter((file) => STORED.test(file))
        .map((file) => [file, join(folder, file)] as const),
    ),
  );
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
