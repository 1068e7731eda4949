import type { DatabaseSync } from 'node:sqlite';

/** Runs it as one transaction that may write: all of it is kept, or nothing when it throws. */
export const inTransaction = <Result>(db: DatabaseSync, run: () => Result): Result => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = run();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite ends the transaction by itself after some faults, such as a full disk.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
};
