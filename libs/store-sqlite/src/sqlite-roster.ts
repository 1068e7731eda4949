import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type PersonId, type Position, START } from '@redress/contracts/values';
import { type Numbered, Roster } from '@redress/sealing/roster';
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

  override find(rosterNumber: string): PersonId | undefined {
    const row = this.db.prepare('SELECT person FROM roster WHERE number = ?').get(rosterNumber);
    return (row as { person: PersonId } | undefined)?.person;
  }

  override claim(rosterNumber: string): PersonId {
    const known = this.find(rosterNumber);
    if (known !== undefined) return known;
    this.db
      .prepare('INSERT INTO roster (number, person) VALUES (?, ?) ON CONFLICT (number) DO NOTHING')
      .run(rosterNumber, randomUUID());
    return this.find(rosterNumber) ?? this.claim(rosterNumber);
  }

  override recall(found: readonly Numbered[], upTo: Position): void {
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
  }

  override readUpTo(): Position {
    const row = this.db.prepare('SELECT up_to FROM roster_read').get();
    return (row as { up_to: Position } | undefined)?.up_to ?? START;
  }
}
