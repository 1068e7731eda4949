import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Instant } from '@redress/contracts/values';
import { Cut } from '@redress/store-sqlite/cut';
import { eventsIn, holdsEvents } from '@redress/store-sqlite/log-file';
import type { Engine } from '../engine.js';
import { type EvidenceSource, hashOfFile, inFolders } from '../evidence/source.js';
import { IDENTITY_SECRETS, KEYS, type KeysOutside } from '../keys-outside.js';
import { headOf } from '../ledger.js';
import { OperationFailed } from '../operation-failed.js';
import { VERSION } from '../version.js';
import { counted, type Counted } from './count-log.js';
import { type Copied, copyEvidence, type Earlier } from './evidence.js';
import { copyFile, makeFolder, sizeOf, sumOfFile, writeDurably } from './files.js';
import { writeLines } from './lines.js';
import { type BackedUp, FORMAT, type Manifest, readManifest, UNFINISHED, writeManifest } from './manifest.js';
import { databasesIn, ERASED, plainFilesIn, serviceOf, type SourceFile } from './source-files.js';

export type Backup = {
  /** The data folder, or those of all services. */
  readonly data: readonly string[];
  readonly folder: string;
  readonly engine: Engine;
  /** Keys and secrets, unless they are in the data folder. */
  readonly keys?: KeysOutside | undefined;
  /** Where the gateway keeps the files of evidence, unless they are in the data folder; or they are left where they are. */
  readonly evidence?: EvidenceSource | 'left-out';
  /** An earlier backup on the same disk, whose files of evidence are linked to. */
  readonly since?: string | undefined;
  /** The master keys as well: who has such a backup can read all that is personal in it. */
  readonly withMasterKey?: boolean;
  readonly say?: (line: string) => void;
};

type Kept = { readonly at: Instant; readonly files: readonly BackedUp[]; readonly logs: readonly Counted[] };

/**
 * Backs a data folder up while its services go on, or are stopped. Events, rows, keys and secrets are of one moment; then
 * come the files of evidence: a file is stored before an event names it, so what those events name is there by then.
 *
 * @throws OperationFailed, StoreFault, or what the file system says; the folder then holds nothing that can be restored
 */
export const takeBackup = async (backup: Backup): Promise<Manifest> => {
  const { data, folder, engine, evidence: source = inFolders(data), since, say = nothing } = backup;
  const earlier = since === undefined ? undefined : earlierIn(resolve(since));
  // With events elsewhere there are only rows in the files of services: those are made again.
  const isElsewhere = engine.kind !== 'sqlite' && backup.keys !== undefined;
  const databases = (isElsewhere ? [] : databasesIn(data)).filter(
    ({ name }) => engine.kind === 'sqlite' || serviceOf(name) === undefined,
  );
  if (backup.keys) requireTakenOver(data);
  begin(folder);
  const { at, files, logs } = await keep(backup, databases);
  const services = logs.map(({ ledger }) => ledger).filter(({ events }) => events > 0);
  const named = new Set(logs.flatMap((one) => [...one.named]));
  const evidence = source === 'left-out' ? NONE : await withEvery(named, source, folder, earlier);
  say(source === 'left-out' ? 'evidence is left out' : `evidence: ${String(evidence.files.length)} files`);
  for (const name of evidence.damaged)
    say(`evidence/${name} is damaged: its bytes are not those of its name`);
  const manifest: Manifest = {
    format: FORMAT,
    version: VERSION,
    at,
    finishedAt: now(),
    events: engine.kind,
    services,
    head: headOf(services),
    evidence: source === 'left-out' ? source : source.kind,
    namedFiles: named.size,
    missingFiles: source === 'left-out' ? [] : missingIn(evidence, named),
    damagedFiles: evidence.damaged.map(hashOfFile),
    files: [...files, ...evidence.files],
  };
  writeManifest(folder, manifest);
  rmSync(join(folder, UNFINISHED));
  return manifest;
};

/** One that was about to be removed when it was named is aside for a moment, and is looked for once more. */
const withEvery = async (
  named: ReadonlySet<string>,
  source: EvidenceSource,
  folder: string,
  earlier: Earlier | undefined,
): Promise<Copied> => {
  const first = await copyEvidence(source, folder, earlier);
  const missing = new Set(missingIn(first, named));
  if (missing.size === 0) return first;
  const second = await copyEvidence(source, folder, earlier, (hash) => missing.has(hash));
  return { files: [...first.files, ...second.files], damaged: [...first.damaged, ...second.damaged] };
};

const missingIn = ({ files }: Copied, named: ReadonlySet<string>): readonly string[] => {
  const stored = new Set(files.map(({ path }) => hashOfFile(path)));
  return [...named].filter((hash) => !stored.has(hash));
};

const earlierIn = (folder: string): Earlier => ({ folder, manifest: readManifest(folder) });

const NONE: Copied = { files: [], damaged: [] };
const nothing = (): void => undefined;
const now = (): Instant => new Date().toISOString() as Instant;

/** @throws OperationFailed */
const begin = (folder: string): void => {
  makeFolder(folder);
  if (readdirSync(folder).length > 0)
    throw new OperationFailed(`${folder} is not empty: a backup has a folder of its own.`);
  mkdirSync(join(folder, 'data'), { mode: 0o700 });
  writeDurably(join(folder, UNFINISHED), `begun ${now()}\n`);
};

const keep = async (
  { data, folder, engine, keys, withMasterKey = false, say = nothing }: Backup,
  databases: readonly SourceFile[],
): Promise<Kept> => {
  // A log that is elsewhere is read up to here: no event before it knows a key that is not in the files of a later moment.
  const end = await engine.end();
  const at = await copyDatabases(databases, join(folder, 'data'), say);
  const plain = plainFilesIn(data, withMasterKey).filter(({ name }) => !keys || name !== ERASED);
  for (const { name, path } of plain) copyFile(path, join(folder, 'data', name));
  await keys?.write(join(folder, 'data'));
  const written = keys ? [KEYS, IDENTITY_SECRETS, ERASED].filter((name) => isIn(folder, name)) : [];

  const files: BackedUp[] = [];
  const sum = async (path: string): Promise<void> => {
    files.push({ path, ...(await sumOfFile(join(folder, path))) });
  };
  const logs: Counted[] = [];
  for (const name of [...[...plain, ...databases].map((file) => file.name), ...written]) {
    const copy = join(folder, 'data', name);
    const service = serviceOf(name);
    if (engine.kind === 'sqlite' && service !== undefined && holdsEvents(copy))
      logs.push(await counted(service, eventsIn(copy)));
    await sum(`data/${name}`);
  }
  for (const { service, events } of await engine.logs(end)) {
    const path = `events/${service}.jsonl`;
    const log = await counted(service, writeLines(join(folder, path), events));
    say(`${path}: ${String(log.ledger.events)} events`);
    logs.push(log);
    await sum(path);
  }
  return { at, files, logs };
};

const isIn = (folder: string, name: string): boolean => sizeOf(join(folder, 'data', name)) !== undefined;

/** Files of keys that lie there were not taken over yet, and are not in MongoDB. */
const requireTakenOver = (data: readonly string[]): void => {
  const left = data
    .flatMap((folder) => [join(folder, KEYS), join(folder, IDENTITY_SECRETS)])
    .find((file) => sizeOf(file) !== undefined);
  if (left !== undefined)
    throw new OperationFailed(
      `${left} was not taken over into MongoDB yet: start its service with REDRESS_KEYS=mongodb.`,
    );
};

/** All as they were at one moment, which it answers. */
const copyDatabases = async (
  databases: readonly SourceFile[],
  to: string,
  say: (line: string) => void,
): Promise<Instant> => {
  const cut = await Cut.through(databases.map(({ path }) => path));
  const at = now();
  try {
    for (const { name, path } of databases) {
      await cut.copy(path, join(to, name));
      cut.release(path);
      say(`${name}: ${((sizeOf(join(to, name)) ?? 0) / 1e6).toFixed(1)} MB`);
    }
  } finally {
    cut.close();
  }
  return at;
};
