import { join } from 'node:path';
import { atOnce } from '../at-once.js';
import { type EvidenceSource, hashOfFile, type Stored } from '../evidence/source.js';
import { linked, sizeOf } from './files.js';
import type { BackedUp, Manifest } from './manifest.js';

/** A backup that is there already: what it holds of evidence need not be copied once more. */
export type Earlier = { readonly folder: string; readonly manifest: Manifest };

export type Copied = { readonly files: readonly BackedUp[]; readonly damaged: readonly string[] };

/** Of each a piece is in memory. */
const AT_ONCE = 8;

/** Where a backup has them, as a data folder does. */
export const EVIDENCE = 'data/evidence';

/**
 * Copies the files of evidence, each of which never changes. What an earlier backup on the same disk has is linked to.
 * A file that its own hash does not fit is copied as it is, and named.
 */
export const copyEvidence = async (
  source: EvidenceSource,
  folder: string,
  earlier: Earlier | undefined,
  isWanted: (hash: string) => boolean = () => true,
): Promise<Copied> => {
  const known = new Map(earlier?.manifest.files.map((file) => [file.path, file]));
  const files: BackedUp[] = [];
  const damaged: string[] = [];
  const copyOne = async (stored: Stored): Promise<void> => {
    if (!isWanted(hashOfFile(stored.name))) return;
    const path = `${EVIDENCE}/${stored.name}`;
    const before = known.get(path);
    if (earlier && before && isLinked(join(earlier.folder, path), before, stored, join(folder, path))) {
      files.push(before);
      return;
    }
    const sum = await source.copy(stored, join(folder, path));
    if (!sum) return;
    if (sum.sha256 !== hashOfFile(stored.name)) damaged.push(stored.name);
    files.push({ path, ...sum });
  };
  await atOnce(source.list(), AT_ONCE, copyOne);
  return { files: files.toSorted(byPath), damaged: damaged.toSorted() };
};

const byPath = (one: BackedUp, other: BackedUp): number => (one.path < other.path ? -1 : 1);

/** One that was damaged may have been put there again since. */
const isLinked = (old: string, before: BackedUp, { bytes }: Stored, to: string): boolean =>
  before.sha256 === hashOfFile(old) &&
  bytes === before.bytes &&
  sizeOf(old) === before.bytes &&
  linked(old, to);
