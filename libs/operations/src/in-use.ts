import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOpenElsewhere } from '@redress/store-sqlite/log-file';
import { OperationFailed } from './operation-failed.js';

/**
 * Whatever runs on a data folder must be stopped: the launcher holds its lock, and whoever has a file open is found by that.
 * @throws OperationFailed
 */
export const requireStopped = (data: string): void => {
  const pid = launcherOf(data);
  if (pid !== undefined)
    throw new OperationFailed(
      `Redress runs on ${data} (process ${String(pid)}). Stop it first; nothing was changed.`,
    );
  for (const name of readdirSync(data).filter((file) => file.endsWith('.sqlite')))
    if (isOpenElsewhere(join(data, name)))
      throw new OperationFailed(
        `${name} in ${data} is open in another process. Stop it first; nothing was changed.`,
      );
};

/** The process that holds the lock of the launcher, if it is alive. */
const launcherOf = (data: string): number | undefined => {
  try {
    const { pid, began } = JSON.parse(readFileSync(join(data, 'run', 'launcher.lock'), 'utf8')) as {
      pid: number;
      began?: string;
    };
    process.kill(pid, 0);
    // A pid is given to another process in time.
    return beganOf(pid) === (began ?? beganOf(pid)) ? pid : undefined;
  } catch {
    return undefined;
  }
};

const beganOf = (pid: number): string | undefined => {
  if (process.platform !== 'linux') return undefined;
  return readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    .split(') ')
    .at(-1)
    ?.split(' ')[18];
};
