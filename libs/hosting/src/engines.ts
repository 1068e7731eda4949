import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkpoints } from '@redress/eventsourcing/checkpoints';
import type { Clock } from '@redress/eventsourcing/clock';
import type { EventStore } from '@redress/eventsourcing/event-store';
import type { ReadModels } from '@redress/read-models/read-models';
import type { Database } from '@redress/store-mongo/connection';
import { dataFolder } from './kept-text.js';

/** What an engine keeps, and how to let go of it. */
export type Kept<What> = { readonly kept: What; readonly close: () => void | Promise<void> };

/** Events, and beside them how far those have come who follow. */
export type Log = { readonly events: EventStore; readonly checkpoints: Checkpoints };

/** Is told of each commit how many appends it made durable, by an engine that makes several at once. */
export type Committed = (appends: number) => void;

/** The file of a service, for whatever is kept by SQLite: `<REDRESS_DATA>/<service>.sqlite`. */
const fileOf = (service: string): string => join(dataFolder(), `${service}.sqlite`);

// An engine is loaded when it is set: together they take longer to load than a service takes to start.

/** By `REDRESS_EVENTS`: `sqlite`, unless set, or `kurrentdb`, which `REDRESS_KURRENTDB_URL` says where to find. */
export const keptEvents = (service: string, clock: Clock, committed: Committed): Promise<Kept<Log>> => {
  switch (engineSet('REDRESS_EVENTS', process.env['REDRESS_EVENTS'], ['sqlite', 'kurrentdb'])) {
    case 'sqlite':
      return eventsInSqlite(service, clock, committed);
    case 'kurrentdb':
      return eventsInKurrentDb(service, clock);
  }
};

/** By `REDRESS_ROWS`: `sqlite`, unless set, or `mongodb`, which `REDRESS_MONGODB_URL` says where to find. */
export const keptRows = (service: string): Promise<Kept<ReadModels>> => {
  switch (engineSet('REDRESS_ROWS', process.env['REDRESS_ROWS'], ['sqlite', 'mongodb'])) {
    case 'sqlite':
      return rowsInSqlite(service);
    case 'mongodb':
      return rowsInMongoDb(service);
  }
};

const eventsInSqlite = async (service: string, clock: Clock, committed: Committed): Promise<Kept<Log>> => {
  const { SqliteEventStore } = await import('@redress/store-sqlite/sqlite-event-store');
  const { SqliteCheckpoints } = await import('@redress/store-sqlite/sqlite-checkpoints');
  const events = new SqliteEventStore(fileOf(service), clock, committed);
  const checkpoints = new SqliteCheckpoints(fileOf(service));
  return {
    kept: { events, checkpoints },
    close: () => {
      checkpoints.close();
      events.close();
    },
  };
};

const eventsInKurrentDb = async (service: string, clock: Clock): Promise<Kept<Log>> => {
  const url = secretSet(
    'REDRESS_KURRENTDB_URL',
    process.env['REDRESS_KURRENTDB_URL'],
    process.env['REDRESS_KURRENTDB_URL_FILE'],
  );
  const { Connection } = await import('@redress/store-kurrent/connection');
  const { KurrentEventStore } = await import('@redress/store-kurrent/kurrent-event-store');
  const { KurrentCheckpoints } = await import('@redress/store-kurrent/kurrent-checkpoints');
  const connection = new Connection(url);
  const namespace = `${process.env['REDRESS_KURRENTDB_PREFIX'] ?? 'redress'}.${service}`;
  const events = new KurrentEventStore(connection, namespace, clock);
  const checkpoints = new KurrentCheckpoints(connection, namespace);
  return {
    kept: { events, checkpoints },
    close: () => {
      connection.close();
    },
  };
};

const rowsInSqlite = async (service: string): Promise<Kept<ReadModels>> => {
  const { SqliteReadModels } = await import('@redress/store-sqlite/sqlite-read-models');
  const models = new SqliteReadModels(fileOf(service));
  return {
    kept: models,
    close: () => {
      models.close();
    },
  };
};

/** A database in MongoDB whose name begins as those of this installation do. */
export const databaseInMongoDb = async (name: string): Promise<Database> => {
  const url = secretSet(
    'REDRESS_MONGODB_URL',
    process.env['REDRESS_MONGODB_URL'],
    process.env['REDRESS_MONGODB_URL_FILE'],
  );
  const { Database } = await import('@redress/store-mongo/connection');
  return new Database(url, `${process.env['REDRESS_MONGODB_PREFIX'] ?? 'redress'}_${name}`);
};

const rowsInMongoDb = async (service: string): Promise<Kept<ReadModels>> => {
  const { MongoReadModels } = await import('@redress/store-mongo/mongo-read-models');
  const models = new MongoReadModels(await databaseInMongoDb(service));
  return { kept: models, close: () => models.close() };
};

export const engineSet = <Engine extends string>(
  variable: string,
  set: string | undefined,
  engines: readonly [Engine, ...Engine[]],
): Engine => {
  const engine = set === undefined || set === '' ? engines[0] : engines.find((one) => one === set);
  if (engine) return engine;
  throw new RangeError(`${variable} must be ${engines.join(' or ')}, not ${JSON.stringify(set)}`);
};

/** What may hold a password comes from a file when the variable with `_FILE` behind its name says which. */
const secretSet = (variable: string, set: string | undefined, file: string | undefined): string => {
  const value = file ? readFileSync(file, 'utf8').trim() : set;
  if (value) return value;
  throw new RangeError(`${variable} or ${variable}_FILE must be set`);
};
