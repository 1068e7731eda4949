import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OperationFailed } from '../operation-failed.js';
import { sizeOf } from './files.js';

/** Of which tokens and receipts are made. */
const SECRETS = /^([a-z-]+\.secret|operator\.token)$/;
export const ERASED = 'keys.erased';
export const MASTER_KEY = 'master.key';

/** A file of a data folder; several services may each have a folder of their own. */
export type SourceFile = { readonly name: string; readonly path: string };

/** Small ones first: while a file waits to be copied, its log grows. */
export const databasesIn = (folders: readonly string[]): readonly SourceFile[] => {
  const files = filesOf(folders, (name) => name.endsWith('.sqlite'));
  if (files.length === 0)
    throw new OperationFailed(
      `${folders.join(', ')} holds no data of Redress: there is no .sqlite file in it.`,
    );
  const bytes = ({ path }: SourceFile): number => sizeOf(path) ?? 0;
  return files.toSorted((one, other) => bytes(one) - bytes(other));
};

export const plainFilesIn = (folders: readonly string[], withMasterKey: boolean): readonly SourceFile[] =>
  filesOf(folders, (name) => SECRETS.test(name) || name === ERASED || (withMasterKey && name === MASTER_KEY));

/** @throws OperationFailed when two folders have a file of the same name: it would be one in the backup. */
const filesOf = (folders: readonly string[], isWanted: (name: string) => boolean): readonly SourceFile[] => {
  const found = new Map<string, string>();
  for (const folder of folders)
    for (const name of namesIn(folder).filter(isWanted)) {
      const other = found.get(name);
      if (other !== undefined) throw new OperationFailed(`${name} is in ${folder}, and as ${other}.`);
      found.set(name, join(folder, name));
    }
  return [...found].map(([name, path]) => ({ name, path }));
};

/** The service whose events and rows a file may hold; `identity.secrets.sqlite` and `keys.sqlite` are no logs. */
export const serviceOf = (name: string): string | undefined => {
  const service = /^([a-z-]+)\.sqlite$/.exec(name)?.[1];
  return service === 'keys' ? undefined : service;
};

const namesIn = (data: string): readonly string[] => {
  try {
    return readdirSync(data);
  } catch {
    throw new OperationFailed(`${data} cannot be read: REDRESS_DATA must name the data folder.`);
  }
};
