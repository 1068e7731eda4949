import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs it as one transaction: all that it writes is kept, or nothing when it throws. Only a DEFERRED one, which may
 * not write, can run beside another.
 */
export const inTransaction = <Result>(
  db: DatabaseSync,
  run: () => Result,
  kind: 'IMMEDIATE' | 'DEFERRED' = 'IMMEDIATE',
): Result => {
  db.exec(`BEGIN ${kind}`);
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

/** Within a transaction, runs it as one step: nothing that it wrote is left when it throws. */
export const atOnce = (db: DatabaseSync, run: () => void): void => {
  db.exec('SAVEPOINT step');
  try {
    run();
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK TO step');
    throw error;
  } finally {
    if (db.isTransaction) db.exec('RELEASE step');
  }
};
