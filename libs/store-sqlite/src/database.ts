import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { asFault } from './faults.js';
import { inTransaction } from './transaction.js';

/** How long one connection waits for another to end its transaction; each is a matter of milliseconds. */
const PATIENCE_MS = 10_000;

/** Pages of the log after which they are moved into the file. Read models write the same pages again and again. */
const PAGES_BEFORE_CHECKPOINT = 8_000;

/** What a connection keeps of the file in memory; the default of 2 MB is less than the indexes of one busy week. */
const CACHE_KIB = 32_000;

/** What a file holds: whose it is, in which format, and how it is made, or brought from an older format to this one. */
export type Contents = {
  readonly application: number;
  readonly format: number;
  readonly make: (db: DatabaseSync, format: number) => void;
};

// An event is kept as the text that it is read as. What is found by has a column of its own besides.
const SCHEMA = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    event TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX events_of_stream ON events (stream, revision);
  CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
  CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
  CREATE TABLE models (
    generation INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    shape TEXT NOT NULL,
    position TEXT NOT NULL
  ) STRICT;
`;

const EVENTS: Contents = {
  application: 0x52647273,
  format: 2,
  make: (db, format) => {
    if (format === 0) db.exec(SCHEMA);
    if (format === 1) giveUpRows(db);
  },
};

/** What a commit waits for: FULL, for the disk; NORMAL, for nothing, and a power cut may take the last commits. */
export type Durability = 'FULL' | 'NORMAL';

const LEVELS: Readonly<Record<Durability, number>> = { NORMAL: 1, FULL: 2 };

/**
 * A connection to the file of a service, which is made when it is not there, and its folder with it.
 * @throws StoreFault when the file is none of ours, was made by newer code, or cannot be read and written.
 */
export const opened = (file: string, durability: Durability, contents = EVENTS): DatabaseSync => {
  const path = resolve(file);
  makeFolder(dirname(path));
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path, { timeout: PATIENCE_MS });
    prepare(db, path, durability, contents);
    return db;
  } catch (error) {
    db?.close();
    throw asFault(path, error);
  }
};

const makeFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreFault(`${folder}: the folder cannot be made: ${String(error)}`, { cause: error });
  }
};

const prepare = (db: DatabaseSync, path: string, durability: Durability, contents: Contents): void => {
  const { application, format, make } = contents;
  checkFormat(db, path, contents);
  set(db, path, 'journal_mode', 'wal');
  set(db, path, 'synchronous', LEVELS[durability]);
  set(db, path, 'wal_autocheckpoint', PAGES_BEFORE_CHECKPOINT);
  set(db, path, 'cache_size', -CACHE_KIB);
  // What is taken out of a row is not to be found in the file.
  set(db, path, 'secure_delete', 1);
  inTransaction(db, () => {
    checkFormat(db, path, contents);
    const found = Number(read(db, 'user_version'));
    if (found === format) return;
    make(db, found);
    db.exec(`PRAGMA application_id = ${String(application)}; PRAGMA user_version = ${String(format)}`);
  });
};

/** Format 1 kept rows in another way. They are made again from the events. */
const giveUpRows = (db: DatabaseSync): void => {
  const models = db.prepare('SELECT generation FROM models').all() as { generation: number }[];
  for (const { generation } of models)
    db.exec(`DROP TABLE words_${String(generation)}; DROP TABLE rows_${String(generation)}`);
  db.exec('DELETE FROM models');
};

const checkFormat = (db: DatabaseSync, path: string, contents: Contents): void => {
  const format = Number(read(db, 'user_version'));
  const ours = read(db, 'application_id') === contents.application;
  const { tables } = db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as { tables: number };
  if (!ours && tables > 0) throw new StoreFault(`${path}: it is a database of another program`);
  if (format > contents.format)
    throw new StoreFault(
      `${path}: it was written by a newer version of the program (format ${String(format)}; known here: ${String(contents.format)})`,
    );
};

// SQLite ignores what it cannot do, so each setting is read back.
const set = (db: DatabaseSync, path: string, pragma: string, value: string | number): void => {
  db.exec(`PRAGMA ${pragma} = ${String(value)}`);
  const actual = read(db, pragma);
  if (actual !== value)
    throw new StoreFault(`${path}: ${pragma} is ${String(actual)}, and must be ${String(value)}`);
};

const read = (db: DatabaseSync, pragma: string): unknown =>
  Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
