import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { asFault } from './faults.js';
import { isOpenElsewhere } from './log-file.js';

const ENDINGS = ['', '-wal', '-shm'];

/**
 * Hands on what a file holds, and once that is done leaves nothing of it here: its rows are overwritten, and the file goes.
 * Nobody else has the file meanwhile. Stopped in between, all of it is still here, and is handed on again.
 *
 * @throws StoreFault when somebody else has it open
 */
export const handedOn = async (
  file: string,
  tables: readonly string[],
  hand: (db: DatabaseSync) => Promise<number>,
): Promise<number> => {
  const path = resolve(file);
  if (!existsSync(path)) return 0;
  if (isOpenElsewhere(path))
    throw new StoreFault(
      `${path}: another process has it open. Stop it first: what it holds is to go elsewhere`,
    );
  const db = new DatabaseSync(path, { timeout: 10_000 });
  try {
    db.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; BEGIN IMMEDIATE');
    const count = await hand(db);
    for (const table of tables) db.exec(`DELETE FROM ${table}`);
    db.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
    for (const ending of ENDINGS) rmSync(`${path}${ending}`, { force: true });
    return count;
  } catch (error) {
    throw asFault(path, error);
  } finally {
    // What was begun and not committed is as if it had not been.
    if (db.isOpen) db.close();
  }
};
