import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceFiles } from '@redress/evidence/evidence-files';
import { EventImport } from '@redress/store-sqlite/event-import';
import { giveUpRows, holdsEvents } from '@redress/store-sqlite/log-file';
import { EVIDENCE } from '../backup/evidence.js';
import { linesIn } from '../backup/lines.js';
import { type BackedUp, type Manifest, readManifest } from '../backup/manifest.js';
import { copyFile, makeFolder, sumOfFile } from '../backup/files.js';
import { ERASED, MASTER_KEY, serviceOf } from '../backup/source-files.js';
import { OperationFailed } from '../operation-failed.js';
import { inBatches } from '../move/batches.js';
import { bringAll } from './bring-all.js';
import { erasedIn, requireThere, writeErased } from './erased.js';

export type Restore = {
  readonly folder: string;
  readonly data: string;
  /** Newer copies of `keys.erased`, wherever there are some: whoever is in one of them stays erased. */
  readonly erased?: readonly string[];
  /** Where the files of evidence are put, when it is not the data folder. */
  readonly evidence?: EvidenceFiles | undefined;
  readonly say?: (line: string) => void;
};

/** Rows that hold a person who was erased since the backup are made again, from events that cannot be opened any more. */
export type Restored = { readonly manifest: Manifest; readonly rowsAreMadeAgain: boolean };

const STAGE = '.restoring';

/**
 * Puts a backup into an empty data folder: all of it, each file with the hash that it had, or nothing. In the target there may be
 * `keys.erased`, which is added to and never replaced, and `master.key`. The result keeps its events in SQLite, wherever
 * they were before.
 *
 * @throws OperationFailed
 */
export const restore = async ({
  folder,
  data,
  erased = [],
  evidence,
  say = () => undefined,
}: Restore): Promise<Restored> => {
  const manifest = readManifest(folder);
  requireThere(erased);
  requireEmpty(data);
  const stage = join(data, STAGE);
  rmSync(stage, { recursive: true, force: true });
  makeFolder(stage);
  try {
    for (const file of manifest.files.filter(({ path }) => path.startsWith('data/')))
      if (!evidence || !isEvidence(file))
        await put(folder, file, join(stage, file.path.slice('data/'.length)));
    say(`${String(manifest.files.length)} files are as they were backed up`);
    for (const file of manifest.files.filter(({ path }) => path.startsWith('events/')))
      await takeIn(folder, file, stage);
    // Nobody misses what is there too early: it is named by no event yet, and removed when it stays so.
    if (evidence) await bringAll(folder, manifest.files.filter(isEvidence), evidence, say);
    const rowsAreMadeAgain = keepErased(stage, [join(data, ERASED), ...erased]);
    // In the place of the one that is there: at no moment is it forgotten who was erased.
    renameSync(join(stage, ERASED), join(data, ERASED));
    for (const name of readdirSync(stage)) renameSync(join(stage, name), join(data, name));
    return { manifest, rowsAreMadeAgain };
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
};

/** @throws OperationFailed */
const requireEmpty = (data: string): void => {
  makeFolder(data);
  const held = readdirSync(data).filter((name) => ![STAGE, ERASED, MASTER_KEY].includes(name));
  if (held.length > 0)
    throw new OperationFailed(
      `${data} is not empty: it holds ${held.slice(0, 3).join(', ')}. Nothing is ever restored over data. Move it away, ` +
        `or name another folder; ${ERASED} and ${MASTER_KEY} may stay.`,
    );
};

type Listed = BackedUp;

const isEvidence = ({ path }: Listed): boolean => path.startsWith(`${EVIDENCE}/`);

const put = async (folder: string, { path, bytes, sha256 }: Listed, to: string): Promise<void> => {
  if (!existsSync(join(folder, path))) throw new OperationFailed(`${path} is missing in the backup.`);
  copyFile(join(folder, path), to);
  const found = await sumOfFile(to);
  if (found.bytes === bytes && found.sha256 === sha256) return;
  throw new OperationFailed(
    `${path} is damaged in the backup: it has not the hash with which it was backed up.`,
  );
};

/** Events that were outside become those of the file of their service. */
const takeIn = async (folder: string, file: Listed, stage: string): Promise<void> => {
  const service = file.path.slice('events/'.length, -'.jsonl'.length);
  const found = await sumOfFile(join(folder, file.path));
  if (found.sha256 !== file.sha256)
    throw new OperationFailed(
      `${file.path} is damaged in the backup: it has not the hash with which it was backed up.`,
    );
  const database = join(stage, `${service}.sqlite`);
  const target = new EventImport(database);
  try {
    for await (const events of inBatches(linesIn(join(folder, file.path)), 1_000)) target.add(events);
  } finally {
    target.close();
  }
};

const keepErased = (stage: string, others: readonly string[]): boolean => {
  const own = join(stage, ERASED);
  const before = erasedIn([own]);
  const all = erasedIn([own, ...others]);
  rmSync(own, { force: true });
  writeErased(own, [...all.values()]);
  if ([...all.keys()].every((person) => before.has(person))) return false;
  for (const name of readdirSync(stage))
    if (serviceOf(name) !== undefined && holdsEvents(join(stage, name))) giveUpRows(join(stage, name));
  return true;
};
