import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const started: ChildProcess[] = [];

export type Child = {
  /** What it has printed so far. */
  readonly lines: readonly string[];
  readonly errors: readonly string[];
  /** Resolves once it has printed so many lines, or has ended. */
  readonly printed: (count: number) => Promise<void>;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  readonly kill: () => void;
};

/** Runs a script of this folder on what was built. `limit` is the most that it may write to one file, in KiB. */
export const run = (script: string, args: readonly string[], limit?: number): Child => {
  const path = join(import.meta.dirname, script);
  const command = [process.execPath, '--no-warnings', path, ...args];
  const limited = ['-c', `ulimit -f ${String(limit)}; exec "$@"`, 'bash', ...command];
  const child = limit === undefined ? spawn(command[0] ?? '', command.slice(1)) : spawn('/bin/bash', limited);
  started.push(child);

  const lines: string[] = [];
  const errors: string[] = [];
  const reading = createInterface({ input: child.stdout });
  const closed = once(reading, 'close');
  reading.on('line', (line) => lines.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  const ended = Promise.all([once(child, 'close'), closed]).then(([[code, signal]]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
  }));
  const printed = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (lines.length >= count) resolve();
      };
      reading.on('line', look);
      look();
      void ended.then(() => {
        resolve();
      });
    });
  return { lines, errors, printed, ended, kill: () => child.kill('SIGKILL') };
};

/** Whatever a failed test left running. */
export const endAll = (): void => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
};
