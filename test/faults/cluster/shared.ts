import { join } from 'node:path';
import { Clock } from '@redress/eventsourcing/clock';
import type { EventStore } from '@redress/eventsourcing/event-store';
import type { ReadModels } from '@redress/read-models/read-models';
import { Connection } from '@redress/store-kurrent/connection';
import { KurrentEventStore } from '@redress/store-kurrent/kurrent-event-store';
import { Database } from '@redress/store-mongo/connection';
import { MongoReadModels } from '@redress/store-mongo/mongo-read-models';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';
import { SqliteReadModels } from '@redress/store-sqlite/sqlite-read-models';

/** What the copies of a service share, seen from outside. */
export type Shared = {
  readonly events: EventStore;
  readonly models: ReadModels;
  /** How the copies find it. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
};

/** The servers that are set, under names that nobody else uses there; otherwise a file in the folder. */
export const sharedBy = (service: string, folder: string, run: string): Shared =>
  process.env['REDRESS_EVENTS'] === 'kurrentdb' ? onServers(service, run) : inFile(service, folder);

const inFile = (service: string, folder: string): Shared => {
  const file = join(folder, `${service}.sqlite`);
  const events = new SqliteEventStore(file, new Clock());
  const models = new SqliteReadModels(file);
  const close = (): Promise<void> => {
    models.close();
    events.close();
    return Promise.resolve();
  };
  return { events, models, env: {}, close };
};

const onServers = (service: string, run: string): Shared => {
  const connection = new Connection(process.env['REDRESS_KURRENTDB_URL'] ?? '');
  const [log, rows] = [`redress-test-${run}`, `redress_test_${run}`];
  const events = new KurrentEventStore(connection, `${log}.${service}`, new Clock());
  const database = new Database(process.env['REDRESS_MONGODB_URL'] ?? '', `${rows}_${service}`);
  const models = new MongoReadModels(database);
  const close = async (): Promise<void> => {
    await database.call(() => database.mongo.dropDatabase()).catch(() => undefined);
    await models.close();
    connection.close();
  };
  return { events, models, env: { REDRESS_KURRENTDB_PREFIX: log, REDRESS_MONGODB_PREFIX: rows }, close };
};
