import { existsSync } from 'node:fs';
import { Clock } from '@redress/eventsourcing/clock';
import type { AnyKinds, SecretRow } from '@redress/sealing/secret-store';
import type { MongoSecrets } from '@redress/store-mongo/mongo-secrets';
import { handedOn } from '@redress/store-sqlite/handed-on';
import { SqliteSecrets } from '@redress/store-sqlite/sqlite-secrets';

const AT_ONCE = 50;

/**
 * Takes what proves who somebody is over from a SQLite file into MongoDB, if there is one, and destroys it there. What is in MongoDB
 * already stays. Answers how many were taken.
 *
 * @throws StoreFault when the file is open elsewhere
 */
export const secretsTakenOver = async <Kinds extends AnyKinds>(
  file: string,
  store: MongoSecrets<Kinds>,
): Promise<number> => {
  if (!existsSync(file)) return 0;
  new SqliteSecrets(file, new Clock()).close();
  return handedOn(file, ['secrets'], async (db) => {
    const rows = db.prepare('SELECT kind, id, person, value, expires FROM secrets').all();
    for (let at = 0; at < rows.length; at += AT_ONCE)
      await Promise.all((rows.slice(at, at + AT_ONCE) as SecretRow[]).map((row) => store.added(row)));
    return rows.length;
  });
};
