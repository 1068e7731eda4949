import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type PersonId, type Position, START } from '@redress/contracts/values';
import { type Numbered, Roster } from '@redress/sealing/roster';
import { attempt } from './attempt.js';
import { inTransaction } from './transaction.js';

export const ROSTER_SCHEMA = `
  CREATE TABLE roster (number TEXT PRIMARY KEY, person TEXT NOT NULL) STRICT;
  CREATE INDEX roster_person ON roster (person);
  CREATE TABLE roster_read (one INTEGER PRIMARY KEY CHECK (one = 1), up_to TEXT NOT NULL) STRICT;
`;

/** In the file of the keys, so that one transaction destroys both. */
export class SqliteRoster extends Roster {
  constructor(private readonly db: DatabaseSync) {
    super();
  }

  override find(rosterNumber: string): Promise<PersonId | undefined> {
    return attempt('keys.sqlite', () => this.found(rosterNumber));
  }

  override claim(rosterNumber: string): Promise<PersonId> {
    return attempt('keys.sqlite', () => this.claimed(rosterNumber));
  }

  override recall(found: readonly Numbered[], upTo: Position): Promise<void> {
    return attempt('keys.sqlite', () => {
      const recalled = this.db.prepare(
        `INSERT INTO roster (number, person) SELECT ?1, ?2
          WHERE NOT EXISTS (SELECT 1 FROM erased WHERE person = ?2)
          ON CONFLICT (number) DO UPDATE SET person = excluded.person`,
      );
      inTransaction(this.db, () => {
        for (const { rosterNumber, person } of found) recalled.run(rosterNumber, person);
        this.db
          .prepare(
            'INSERT INTO roster_read (one, up_to) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET up_to = excluded.up_to',
          )
          .run(upTo);
      });
    });
  }

  override readUpTo(): Promise<Position> {
    return attempt('keys.sqlite', () => {
      const row = this.db.prepare('SELECT up_to FROM roster_read').get();
      return (row as { up_to: Position } | undefined)?.up_to ?? START;
    });
  }

  private found(rosterNumber: string): PersonId | undefined {
    const row = this.db.prepare('SELECT person FROM roster WHERE number = ?').get(rosterNumber);
    return (row as { person: PersonId } | undefined)?.person;
  }

  private claimed(rosterNumber: string): PersonId {
    const known = this.found(rosterNumber);
    if (known !== undefined) return known;
    this.db
      .prepare('INSERT INTO roster (number, person) VALUES (?, ?) ON CONFLICT (number) DO NOTHING')
      .run(rosterNumber, randomUUID());
    return this.found(rosterNumber) ?? this.claimed(rosterNumber);
  }
}
