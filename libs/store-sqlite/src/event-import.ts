import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Recorded } from '@redress/contracts/event';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { opened } from './database.js';
import { asFault } from './faults.js';
import { inTransaction } from './transaction.js';

/**
 * Takes into a file what another store recorded, as it is: ids, revisions, times and order stay, positions are those of this
 * store. Nobody else has the file meanwhile.
 */
export class EventImport {
  private readonly db: DatabaseSync;
  private readonly insert: StatementSync;
  private readonly lastOf: StatementSync;
  private place: number;

  /** @throws StoreFault when the file cannot be used, or a service has it open. */
  constructor(private readonly file: string) {
    this.db = opened(file, 'FULL');
    this.insert = this.db.prepare(
      'INSERT INTO events (position, stream, revision, id, event) VALUES (?, ?, ?, ?, ?)',
    );
    this.lastOf = this.db.prepare(
      'SELECT ifnull(max(revision), -1) AS revision FROM events WHERE stream = ?',
    );
    const { place } = this.db.prepare('SELECT ifnull(max(position), 0) AS place FROM events').get() as {
      place: number;
    };
    this.place = place;
  }

  /**
   * All of them, durably, or none.
   * @throws StoreFault when a stream does not go on with them.
   */
  add(events: readonly Recorded[]): void {
    const before = this.place;
    try {
      inTransaction(this.db, () => {
        for (const event of events) this.addOne(event);
      });
    } catch (error) {
      this.place = before;
      throw asFault(this.file, error);
    }
  }

  close(): void {
    if (!this.db.isOpen) return;
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.db.close();
  }

  private addOne(event: Recorded): void {
    const { stream, revision, id } = event;
    const { revision: last } = this.lastOf.get(stream) as { revision: number };
    if (revision !== last + 1)
      throw new StoreFault(`${this.file}: ${stream} stands at ${String(last)}, and ${String(revision)} came`);
    this.place += 1;
    const position = String(this.place).padStart(16, '0');
    this.insert.run(this.place, stream, revision, id, JSON.stringify({ ...event, position }));
  }
}
