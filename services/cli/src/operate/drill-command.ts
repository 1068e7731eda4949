import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { Trouble } from '../trouble.js';
import { dataFolder, say, tried } from './backup-command.js';

type Options = { readonly masterKey?: string; readonly erased?: string[]; readonly within?: string };

/** Where the launcher lies: in the source or a release, and in the one container of all services. */
const LAUNCHERS = ['../../../../deploy/launcher/start.mjs', './launcher.js'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
/** By which the master keys may be found elsewhere. */
const ELSEWHERE = ['REDRESS_MASTER_KEY_FILE', 'REDRESS_MASTER_KEYS', 'REDRESS_TRANSIT_URL'];

/** A backup is worth what came of the last time that it was restored. */
export const drillCommand = (operate: Command, print: (text: string, isBad?: boolean) => void): void => {
  operate
    .command('drill')
    .argument('<folder>', 'of the backup')
    .option(
      '--master-key <file>',
      'the master keys (default: as set for the services, else those of $REDRESS_DATA)',
    )
    .option('--erased <file...>', 'newer copies of keys.erased')
    .option('--within <folder>', 'where there is room for it (default: the folder for temporary files)')
    .description('restore a backup into a fresh system, start it, compare, and take it away again')
    .action(async (folder: string, { masterKey, erased = [], within }: Options) => {
      const launcher = LAUNCHERS.find((path) => existsSync(path));
      if (launcher === undefined)
        throw new Trouble(
          'A drill starts a system, and there is none here: run it where the source is, or in the container of embedded.yml.',
        );
      const env = { ...process.env, ...masterKeys(folder, masterKey) };
      const { drill } = await import('@redress/operations/drill/drill');
      const asked = { folder, launcher, erased, env, say, ...(within !== undefined && { within }) };
      const { head, more, cases, files, wrong, seconds } = await tried(() => drill(asked));
      print(
        [
          ...wrong,
          `ledger ${head}`,
          `${String(cases)} cases compared; ${String(more)} events followed after the restore`,
          files === undefined
            ? 'files of evidence were left out of it'
            : `${String(files)} files are named, and were looked for`,
          `restored in ${seconds.restored.toFixed(1)} s, up and caught up after ${seconds.ready.toFixed(1)} s more`,
          wrong.length === 0 ? 'All is as it was backed up.' : 'This is not what was backed up.',
        ].join('\n'),
        wrong.length > 0,
      );
    });
};

const masterKeys = (folder: string, given: string | undefined): NodeJS.ProcessEnv => {
  const own = join(dataFolder(), 'master.key');
  const file = given ?? (ELSEWHERE.some((name) => process.env[name]) ? undefined : own);
  if (file === undefined || existsSync(join(folder, 'data', 'master.key'))) return {};
  if (!existsSync(file)) throw new Trouble(`${file} is not there: name the master keys with --master-key.`);
  return { REDRESS_MASTER_KEY_FILE: file };
};
