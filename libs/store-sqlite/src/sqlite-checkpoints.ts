import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type Position, START } from '@redress/contracts/values';
import { Checkpoints } from '@redress/eventsourcing/checkpoints';
import { opened } from './database.js';

/**
 * Checkpoints in the file of a service. They need not outlive a power cut: a follower that has gone further than it
 * remembers repeats itself, and may.
 */
export class SqliteCheckpoints extends Checkpoints {
  private readonly db: DatabaseSync;
  private readonly select: StatementSync;
  private readonly upsert: StatementSync;

  /** @throws StoreFault when the file cannot be used. */
  constructor(file: string) {
    super();
    this.db = opened(file, 'NORMAL');
    this.db.exec(
      'CREATE TABLE IF NOT EXISTS checkpoints (name TEXT PRIMARY KEY, position TEXT NOT NULL) STRICT',
    );
    this.select = this.db.prepare('SELECT position FROM checkpoints WHERE name = ?');
    this.upsert = this.db.prepare('INSERT OR REPLACE INTO checkpoints (name, position) VALUES (?, ?)');
  }

  // Async, so that what SQLite throws becomes a rejection.
  // eslint-disable-next-line @typescript-eslint/require-await
  override async positionOf(name: string): Promise<Position> {
    const row = this.select.get(name) as { readonly position: Position } | undefined;
    return row?.position ?? START;
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  override async note(name: string, position: Position): Promise<void> {
    this.upsert.run(name, position);
  }

  close(): void {
    if (this.db.isOpen) this.db.close();
  }
}
