import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OperationFailed } from '../operation-failed.js';
import { sizeOf } from './files.js';

/** Of which tokens and receipts are made. */
const SECRETS = /^([a-z-]+\.secret|operator\.token)$/;
export const ERASED = 'keys.erased';
export const MASTER_KEY = 'master.key';

/** Small ones first: while a file waits to be copied, its log grows. */
export const databasesIn = (data: string): readonly string[] => {
  const names = namesIn(data).filter((name) => name.endsWith('.sqlite'));
  if (names.length === 0)
    throw new OperationFailed(`${data} holds no data of Redress: there is no .sqlite file in it.`);
  const bytes = (name: string): number => sizeOf(join(data, name)) ?? 0;
  return names.toSorted((one, other) => bytes(one) - bytes(other));
};

export const plainFilesIn = (data: string, withMasterKey: boolean): readonly string[] =>
  namesIn(data).filter(
    (name) => SECRETS.test(name) || name === ERASED || (withMasterKey && name === MASTER_KEY),
  );

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
