import type { Command } from 'commander';
import { Trouble } from '../trouble.js';

type Print = (text: string, isBad?: boolean) => void;
type Backup = {
  readonly data?: string[];
  readonly since?: string;
  readonly withMasterKey?: boolean;
  readonly withoutEvidence?: boolean;
};
type Restore = { readonly into: string; readonly erased?: string[] };

/** What is done to the data folder itself, on the machine where it lies. Loaded when it is asked for: it brings the engines. */
export const backupCommand = (operate: Command, print: Print): void => {
  operate
    .command('backup')
    .argument('<folder>', 'a new or empty folder, for this backup alone')
    .option('--data <folder...>', 'of each service, where they have one each (default: $REDRESS_DATA)')
    .option('--since <backup>', 'an earlier backup on the same disk: evidence that is in it is linked to')
    .option('--with-master-key', 'the master keys too: who has the backup can then read all that is personal')
    .option('--without-evidence', 'leave the files of evidence out, where a bucket keeps versions of its own')
    .description('back up $REDRESS_DATA, while everything runs or while it is stopped')
    .action(async (folder: string, options: Backup) => {
      const { data = [dataFolder()], since, withMasterKey = false, withoutEvidence = false } = options;
      const { engineSet, keysOutside, sourceSet, takeBackup, summaryOf } = await loaded();
      const manifest = await tried(async () => {
        const engine = await engineSet(process.env);
        const keys = await keysOutside(process.env);
        try {
          const evidence = withoutEvidence ? 'left-out' : await sourceSet(data, process.env);
          return await takeBackup({ data, folder, engine, keys, evidence, since, withMasterKey, say });
        } finally {
          engine.close();
          await keys?.close();
        }
      });
      const { missingFiles, damagedFiles = [] } = manifest;
      print(summaryOf(manifest), missingFiles.length + damagedFiles.length > 0);
    });

  operate
    .command('restore')
    .argument('<folder>', 'of the backup')
    .requiredOption('--into <data>', 'the data folder; it must be empty, but for keys.erased and master.key')
    .option('--erased <file...>', 'newer copies of keys.erased: whoever is in one of them stays erased')
    .description(
      'put a backup into an empty data folder, and its files of evidence into the bucket with REDRESS_EVIDENCE=bucket, if every file is as it was backed up',
    )
    .action(async (folder: string, { into, erased = [] }: Restore) => {
      const { kindSet, openBucket, restore, summaryOf } = await loaded();
      const { manifest, rowsAreMadeAgain } = await tried(async () => {
        const bucket = kindSet(process.env) === 'bucket' ? await openBucket(process.env) : undefined;
        try {
          return await restore({ folder, data: into, erased, evidence: bucket?.files, say });
        } finally {
          bucket?.close();
        }
      });
      print(`${summaryOf(manifest)}\nRestored into ${into}.`);
      if (rowsAreMadeAgain)
        say('People were erased since: their rows are made again when the services start.');
    });
};

const loaded = async () => ({
  ...(await import('@redress/operations/engine')),
  ...(await import('@redress/operations/keys-outside')),
  ...(await import('@redress/operations/backup/take-backup')),
  ...(await import('@redress/operations/backup/summary')),
  ...(await import('@redress/operations/evidence/place')),
  ...(await import('@redress/operations/restore/restore')),
});

export const dataFolder = (): string => process.env['REDRESS_DATA'] ?? 'data';

export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** What the person at the terminal can do something about is said without a stack. */
export const tried = async <Result>(act: () => Promise<Result>): Promise<Result> => {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Error && (TOLD.includes(error.name) || 'code' in error))
      throw new Trouble(error.message);
    throw error;
  }
};

const TOLD = ['OperationFailed', 'EvidenceFault', 'StoreFault', 'NoAnswer', 'OutcomeUnknown'];
