import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  createReadStream,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { BackedUp } from './manifest.js';

/** Files of backups and of restored data are for the account that made them alone. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

const CHUNK = 1 << 20;

export const makeFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
};

export const syncFile = (file: string): void => {
  const handle = openSync(file, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

export const writeDurably = (file: string, text: string): void => {
  makeFolder(dirname(file));
  writeFileSync(file, text, { mode: FILE_MODE, flush: true });
};

/** All files below a folder, with slashes, in order; none when there is no such folder. */
export const filesBelow = (folder: string): readonly string[] => {
  const entries = readdirUnlessAbsent(folder);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
};

const readdirUnlessAbsent = (folder: string) => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

export const sumOfFile = async (file: string): Promise<Omit<BackedUp, 'path'>> => {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
};

/** Where the file system can, without copying the bytes. Durable once it returns. */
export const copyFile = (from: string, to: string): void => {
  makeFolder(dirname(to));
  copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  syncFile(to);
};

/** The same file under another name, which takes no room; false where that cannot be. */
export const linked = (from: string, to: string): boolean => {
  makeFolder(dirname(to));
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
};

export const sizeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.size;
