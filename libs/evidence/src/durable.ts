import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Sha256 } from '@redress/contracts/values';

export type Measured = { readonly sha256: Sha256; readonly size: number };

/** Folders for nobody but their owner. */
export const makeFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
};

/** A new file for nobody but its owner, on the disk once this resolves; when it fails, there is none. */
export const writeNew = async (path: string, bytes: AsyncIterable<Uint8Array>): Promise<Measured> => {
  const hash = createHash('sha256');
  let size = 0;
  const measured = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      hash.update(chunk);
      size += chunk.byteLength;
      yield chunk;
    }
  };
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(measured());
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  await file.close();
  return { sha256: hash.digest('hex') as Sha256, size };
};

/** What was made, renamed or removed in a folder is on the disk once this resolves. */
export const syncFolder = async (folder: string): Promise<void> => {
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
};

/** Moves a file to where it is visible, with the folders on the way there, from `root` on. */
export const moveDurably = async (from: string, to: string, root: string): Promise<void> => {
  await makeFolder(dirname(to));
  await rename(from, to);
  for (let folder = dirname(to); folder.startsWith(root); folder = dirname(folder)) await syncFolder(folder);
};
