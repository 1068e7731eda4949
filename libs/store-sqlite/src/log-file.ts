import { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@redress/contracts/event';
import { opened } from './database.js';
import { asFault } from './faults.js';
import { ModelTable } from './model-table.js';
import { inTransaction } from './transaction.js';

/** Whether a SQLite file, of which nobody has the log just now, is one with events. */
export const holdsEvents = (file: string): boolean =>
  read(file, (db) => {
    const sql = `SELECT count(*) AS tables FROM sqlite_schema WHERE type = 'table' AND name IN ('events', 'models')`;
    return (db.prepare(sql).get() as { tables: number }).tables === 2;
  });

/** Every event of a file, in order, as it is stored. Nothing is made or changed. */
export function* eventsIn(file: string): Iterable<Recorded> {
  const db = connected(file);
  try {
    const all = db.prepare('SELECT event FROM events ORDER BY position');
    all.setReturnArrays(true);
    for (const row of all.iterate()) yield JSON.parse((row as unknown as readonly [string])[0]) as Recorded;
  } catch (error) {
    throw asFault(file, error);
  } finally {
    db.close();
  }
}

/** Rows are given up: the service makes them again from the events when it starts. Answers of how many models. */
export const giveUpRows = (file: string): number => {
  const db = opened(file, 'FULL');
  try {
    const models = new ModelTable(db, 0);
    const names = db.prepare('SELECT name FROM models').all() as { name: string }[];
    inTransaction(db, () => {
      for (const { name } of names) models.drop(name);
    });
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return names.length;
  } catch (error) {
    throw asFault(file, error);
  } finally {
    db.close();
  }
};

/** Whether another process has the file open. Who has it open without using it is found as well. */
export const isOpenElsewhere = (file: string): boolean => {
  const db = new DatabaseSync(file, { timeout: 100 });
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; ROLLBACK');
    return false;
  } catch (error) {
    if (((error as { errcode?: number }).errcode ?? 0) % 256 === BUSY) return true;
    throw asFault(file, error);
  } finally {
    db.close();
  }
};

const BUSY = 5;

const connected = (file: string): DatabaseSync => {
  try {
    return new DatabaseSync(file, { readOnly: true });
  } catch (error) {
    throw asFault(file, error);
  }
};

const read = <Result>(file: string, act: (db: DatabaseSync) => Result): Result => {
  const db = connected(file);
  try {
    return act(db);
  } catch (error) {
    throw asFault(file, error);
  } finally {
    db.close();
  }
};
