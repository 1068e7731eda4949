import { randomUUID } from 'node:crypto';
import type { Home } from '@redress/read-models/read-models.conformance';
import { Database, type Patience, PATIENCE } from '@redress/store-mongo/connection';
import { MongoReadModels } from '@redress/store-mongo/mongo-read-models';

/** In which database read models are, whichever way they go there. */
const names = new WeakMap<object, string>();

/** A database is many files to a server; a test that opens more than these uses the last of them. */
const MOST_AT_ONCE = 8;

/** Read models on a server, each in a database that nobody else has and that is dropped in the end; no other is touched. */
export const mongoHome = (
  url: string,
  patience: Patience = PATIENCE,
): Home & { readonly close: () => Promise<void> } => {
  const databases = new Map<Database, string>();
  const opened = (name: string): MongoReadModels => {
    const database = new Database(url, name, patience);
    const models = new MongoReadModels(database);
    databases.set(database, name);
    names.set(models, name);
    return models;
  };
  const ended = async (name: string): Promise<void> => {
    const ours = [...databases].filter(([, one]) => one === name).map(([database]) => database);
    for (const database of ours.slice(0, 1)) await emptied(database);
    await Promise.all(ours.map((database) => database.close()));
    for (const database of ours) databases.delete(database);
  };
  return {
    open: async () => {
      const there = [...new Set(databases.values())];
      await Promise.all(there.slice(0, -MOST_AT_ONCE).map(ended));
      return opened(`redress_test_${randomUUID().replaceAll('-', '')}`);
    },
    another: (models) => opened(names.get(models) ?? ''),
    close: async () => {
      await Promise.all([...new Set(databases.values())].map(ended));
    },
  };
};

/** An account that may read and write everywhere may drop what is in a database, but not always the database. */
const emptied = (database: Database): Promise<unknown> =>
  database
    .call(() =>
      database.mongo.dropDatabase().catch(async () => {
        for (const { name } of await database.mongo.listCollections())
          await database.mongo.dropCollection(name);
      }),
    )
    .catch(() => undefined);

/** Drops the databases of services whose names begin so, on a server that others use as well. */
export const forget = async (url: string, prefix: string, services: readonly string[]): Promise<void> => {
  const databases = services.map((service) => new Database(url, `${prefix}_${service}`));
  await Promise.all(databases.map(emptied));
  await Promise.all(databases.map((database) => database.close()));
};
