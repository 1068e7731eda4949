import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * When a running process began, in a spelling of the platform's own; undefined when there is none. A pid is given
 * to another process in time: pid and beginning together name one process.
 *
 * @param {number} pid
 * @returns {string | undefined}
 */
export const beginningOf = (pid) => {
  if (process.platform === 'linux') {
    try {
      const [state, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
      return state === 'Z' || state === 'X' ? undefined : fields[18];
    } catch {
      return undefined;
    }
  }
  if (process.platform === 'win32') return isThere(pid) ? 'running' : undefined;
  return (
    spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim() || undefined
  );
};

const isThere = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** @param {{ pid: number, began?: string }} known */
export const isRunning = ({ pid, began }) => began !== undefined && beginningOf(pid) === began;

/**
 * Asks processes to end, and makes them when they have not after the grace period. Only the very processes that
 * are named: one that has their pid today is left alone.
 *
 * @param {{ pid: number, began?: string }[]} known
 * @param {number} graceMs
 */
export const end = async (known, graceMs) => {
  const patience = Date.now() + graceMs;
  for (const one of known) signal(one, 'SIGTERM');
  while (known.some(isRunning) && Date.now() < patience) await pause(50);
  for (const one of known) signal(one, 'SIGKILL');
  while (known.some(isRunning)) await pause(20);
};

const signal = (known, name) => {
  try {
    if (isRunning(known)) process.kill(known.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
};
