import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { Clock } from '@redress/eventsourcing/clock';
import type { KeptKeyRing } from '@redress/sealing/kept-key-ring';
import type { MasterKeys } from '@redress/sealing/master-keys';
import type { AnyKinds, SecretStore } from '@redress/sealing/secret-store';
import { SqliteKeyRing } from '@redress/store-sqlite/sqlite-key-ring';
import { SqliteSecrets } from '@redress/store-sqlite/sqlite-secrets';
import { databaseInMongoDb, engineSet } from './engines.js';
import { dataFolder, keptText, readKept } from './kept-text.js';

const ENGINES = ['sqlite', 'mongodb'] as const;

/**
 * By `REDRESS_KEYS`: `sqlite`, unless set, or `mongodb`. Where the keys of people are, the roster, and what proves who somebody
 * is; where rows are does not matter, since those can be made again, and these cannot.
 */
export const secretEngine = (): (typeof ENGINES)[number] =>
  engineSet('REDRESS_KEYS', process.env['REDRESS_KEYS'], ENGINES);

/** Apart from the rows, which may be dropped. */
const databaseOf = (service: string) => databaseInMongoDb(`${service}_keys`);

/** @throws StoreFault when they cannot be used, Error when they were taken elsewhere. */
export const keptKeys = async (masters: MasterKeys): Promise<KeptKeyRing> => {
  if (secretEngine() === 'sqlite') {
    await requireHere('directory');
    return new SqliteKeyRing(dataFolder(), masters);
  }
  const { MongoKeyRing } = await import('@redress/store-mongo/mongo-key-ring');
  const { keysTakenOver } = await import('./keys-taken-over.js');
  const database = await databaseOf('directory');
  try {
    const ring = await MongoKeyRing.opened(database, masters);
    await noteElsewhere('directory');
    told(await keysTakenOver(dataFolder(), database), 'keys');
    return ring;
  } catch (error) {
    await database.close();
    throw error;
  }
};

/** The same for what proves who somebody is: `<service>.secrets.sqlite` of the data folder. */
export const keptSecrets = async <Kinds extends AnyKinds>(
  service: string,
  clock: Clock,
): Promise<SecretStore<Kinds>> => {
  const file = join(dataFolder(), `${service}.secrets.sqlite`);
  if (secretEngine() === 'sqlite') {
    await requireHere(service);
    return new SqliteSecrets<Kinds>(file, clock);
  }
  const { MongoSecrets } = await import('@redress/store-mongo/mongo-secrets');
  const { secretsTakenOver } = await import('./secrets-taken-over.js');
  const database = await databaseOf(service);
  try {
    const store = await MongoSecrets.opened<Kinds>(database, clock);
    await noteElsewhere(service);
    told(await secretsTakenOver(file, store), 'secrets');
    return store;
  } catch (error) {
    await database.close();
    throw error;
  }
};

/**
 * What copies on several machines are given each, and must be the same: the hash that the first one leaves with the keys is
 * that of all who come later. Answers what it was given.
 * @throws Error when another copy has another one
 */
export const agreedUpon = async (service: string, name: string, secret: string): Promise<string> => {
  if (secretEngine() === 'sqlite') return secret;
  const database = await databaseOf(service);
  try {
    const { agreed } = await import('@redress/store-mongo/agreed');
    const hash = createHash('sha256').update(`redress ${service} ${name}\n${secret}`).digest('hex');
    if ((await agreed(database, name, hash)) !== hash)
      throw new Error(`${name} is not that of the other copies of ${service}: give all of them the same`);
    return secret;
  } finally {
    await database.close();
  }
};

const noteOf = (service: string): string => join(dataFolder(), `${service}.keys-elsewhere`);

/** So that who forgets the variable does not begin anew, with no key and no account. */
const noteElsewhere = async (service: string): Promise<void> => {
  await keptText(noteOf(service), () => 'in MongoDB since the start with REDRESS_KEYS=mongodb\n');
};

const requireHere = async (service: string): Promise<void> => {
  if ((await readKept(noteOf(service))) !== undefined)
    throw new Error(`the keys are elsewhere, as ${noteOf(service)} says: REDRESS_KEYS must be mongodb`);
};

const told = (count: number, what: string): void => {
  if (count > 0) new Logger(what).log(`${String(count)} ${what} were taken over into MongoDB`);
};
