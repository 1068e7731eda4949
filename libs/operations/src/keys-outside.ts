import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { START } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import type { NewKey } from '@redress/sealing/key-shelf';
import { SqliteKeyShelf } from '@redress/store-sqlite/sqlite-key-shelf';
import { SqliteSecrets } from '@redress/store-sqlite/sqlite-secrets';
import { OperationFailed } from './operation-failed.js';

export const KEYS = 'keys.sqlite';
export const IDENTITY_SECRETS = 'identity.secrets.sqlite';

/** Keys, roster and secrets that lie outside the data folder. */
export type KeysOutside = {
  /** Into files of this folder, as they would be in a data folder. */
  readonly write: (folder: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** By `REDRESS_KEYS`, as it is set for the services; undefined when they are in the data folder. */
export const keysOutside = async (env: NodeJS.ProcessEnv): Promise<KeysOutside | undefined> => {
  const set = env['REDRESS_KEYS'] ?? '';
  if (set === '' || set === 'sqlite') return undefined;
  if (set !== 'mongodb')
    throw new OperationFailed(`REDRESS_KEYS must be sqlite or mongodb, not ${JSON.stringify(set)}.`);
  const { Database } = await import('@redress/store-mongo/connection');
  const { MongoKeyShelf, keysIn } = await import('@redress/store-mongo/mongo-key-shelf');
  const { MongoSecrets } = await import('@redress/store-mongo/mongo-secrets');
  const prefix = env['REDRESS_MONGODB_PREFIX'] ?? 'redress';
  const keys = new Database(mongoUrl(env), `${prefix}_directory_keys`);
  const secrets = new Database(mongoUrl(env), `${prefix}_identity_keys`);

  const writeKeys = async (folder: string): Promise<void> => {
    const from = new MongoKeyShelf(keys);
    const to = new SqliteKeyShelf(folder);
    try {
      // Numbers first: whoever is erased meanwhile loses theirs with the keys.
      await to.roster.recall(await from.roster.all(), START);
      for await (const page of from.all()) {
        const kept = page.flatMap(keysIn);
        await to.add(kept.filter((key): key is NewKey => key.wrapped !== undefined));
      }
      for (const { person, keys: destroyed } of await from.erased()) await to.destroy(person, destroyed);
    } finally {
      to.close();
    }
  };
  const writeSecrets = async (folder: string): Promise<void> => {
    const to = new SqliteSecrets(join(folder, IDENTITY_SECRETS), new Clock());
    try {
      for await (const page of MongoSecrets.allIn(secrets)) await to.keep(page);
    } finally {
      to.close();
    }
  };
  return {
    write: async (folder) => {
      await writeKeys(folder);
      await writeSecrets(folder);
    },
    close: async () => {
      await keys.close();
      await secrets.close();
    },
  };
};

/** @throws OperationFailed */
const mongoUrl = (env: NodeJS.ProcessEnv): string => {
  const file = env['REDRESS_MONGODB_URL_FILE'];
  const url = file ? readFileSync(file, 'utf8').trim() : env['REDRESS_MONGODB_URL'];
  if (url) return url;
  throw new OperationFailed('REDRESS_MONGODB_URL or REDRESS_MONGODB_URL_FILE must be set.');
};
