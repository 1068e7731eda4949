import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restore } from '../restore/restore.js';
import { type Compared, compare } from './compare.js';
import { FreshSystem } from './fresh-system.js';

export type Drill = {
  readonly folder: string;
  /** Of the launcher, which starts a whole system. */
  readonly launcher: string;
  readonly erased?: readonly string[];
  /** As the services of the system that was backed up had it: where their master keys are, above all. */
  readonly env: NodeJS.ProcessEnv;
  /** Below which the fresh system lies until it is over. */
  readonly within?: string;
  readonly say?: (line: string) => void;
};

export type Drilled = Compared & { readonly seconds: { readonly restored: number; readonly ready: number } };

/**
 * Restores a backup into a folder of its own, starts everything from it on free ports, waits until all has caught up, stops it, and
 * compares. Nothing of the system that was backed up is touched, and nothing is left behind.
 *
 * @throws OperationFailed when it cannot be restored, or does not start or catch up
 */
export const drill = async ({
  folder,
  launcher,
  erased = [],
  env,
  within = tmpdir(),
  say = () => undefined,
}: Drill): Promise<Drilled> => {
  const home = mkdtempSync(join(within, 'redress-drill-'));
  try {
    const data = join(home, 'data');
    const began = performance.now();
    const { manifest } = await restore({ folder, data, erased, say });
    const restored = secondsSince(began);
    say(`restored in ${restored.toFixed(1)} s; starting it`);
    const system = await FreshSystem.start(launcher, data, env);
    try {
      await system.caughtUp(say);
    } finally {
      await system.stop();
    }
    const ready = secondsSince(began) - restored;
    say(`started and caught up in ${ready.toFixed(1)} s; comparing`);
    return { ...(await compare(manifest, data)), seconds: { restored, ready } };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};

const secondsSince = (began: number): number => (performance.now() - began) / 1_000;
