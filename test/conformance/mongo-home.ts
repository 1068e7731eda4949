import { randomUUID } from 'node:crypto';
import type { Home } from '@redress/read-models/read-models.conformance';
import { Database, type Patience, PATIENCE } from '@redress/store-mongo/connection';
import { MongoReadModels } from '@redress/store-mongo/mongo-read-models';

/** In which database read models are, whichever way they go there. */
const names = new WeakMap<object, string>();

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
  return {
    open: () => opened(`redress_test_${randomUUID().replaceAll('-', '')}`),
    another: (models) => opened(names.get(models) ?? ''),
    close: async () => {
      const dropped = new Set<string>();
      for (const [database, name] of databases) {
        if (!dropped.has(name))
          await database.call(() => database.mongo.dropDatabase()).catch(() => undefined);
        dropped.add(name);
        await database.close();
      }
      databases.clear();
    },
  };
};
