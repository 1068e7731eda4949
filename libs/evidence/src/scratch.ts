import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './durable.js';
import { codeOf, unlessAbsent } from './faults.js';

/** After so long, what another machine left is nobody's any more. */
const FORGOTTEN_MS = 86_400_000;

const HOST = hostname().replaceAll(/[^\w.-]/g, '_');

// Process ids come again, after a restart of a container even the same one: a run has a name of its own.
const RUN = randomUUID();

/**
 * Where files are while they are being written. Each name says which run of which process made it, so that what a
 * killed one left can be told from what is being written at this moment by another on the same folder.
 */
export class Scratch {
  private constructor(readonly folder: string) {}

  /** Makes the folder, and removes what interrupted runs left in it. */
  static async open(folder: string): Promise<Scratch> {
    await makeFolder(folder);
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      if (await isLeftOver(path, name)) await rm(path, { recursive: true, force: true });
    }
    return new Scratch(folder);
  }

  newPath(): string {
    return join(this.folder, [HOST, process.pid, RUN, randomUUID()].join('~'));
  }

  async newFolder(): Promise<string> {
    const path = this.newPath();
    await mkdir(path, { mode: 0o700 });
    return path;
  }
}

const isLeftOver = async (path: string, name: string): Promise<boolean> => {
  const [host, pid, run] = name.split('~');
  if (run === RUN) return false;
  if (host === HOST) return Number(pid) === process.pid || !isRunning(Number(pid));
  const found = await unlessAbsent(stat(path));
  return found !== undefined && Date.now() - found.mtimeMs > FORGOTTEN_MS;
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};
