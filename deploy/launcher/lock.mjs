import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { beginningOf, isRunning } from './processes.mjs';

/**
 * Takes a lock for as long as this process lives. A lock whose holder is gone is taken over.
 *
 * @param {string} file
 * @returns {{ release: () => void } | { heldBy: number }} the pid of the holder when it is somebody else
 */
export const take = (file) => {
  const mine = JSON.stringify({ pid: process.pid, began: beginningOf(process.pid), id: randomUUID() });
  for (;;) {
    if (created(file, mine)) return { release: () => contentOf(file) === mine && rmSync(file) };
    const theirs = contentOf(file);
    if (theirs === undefined) continue;
    const holder = parsed(theirs);
    if (holder && isRunning(holder)) return { heldBy: holder.pid };
    takeAway(file, theirs);
  }
};

/** A link is made by one only, and the file is whole from the first moment. */
const created = (file, content) => {
  const prepared = `${file}.${randomUUID()}`;
  writeFileSync(prepared, content, { mode: 0o600 });
  try {
    linkSync(prepared, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(prepared);
  }
};

/** Of several that find the same stale lock one moves it away; who moved a fresh one by mistake gives it back. */
const takeAway = (file, stale) => {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (contentOf(aside) !== stale) linkSync(aside, file);
    rmSync(aside);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
};

const contentOf = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
};

const parsed = (content) => {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
};
