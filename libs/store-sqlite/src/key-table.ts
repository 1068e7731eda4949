import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { KeyId, PersonId } from '@redress/contracts/values';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import type { KeptKey, NewKey } from '@redress/sealing/key-shelf';
import { asFault } from './faults.js';
import { ROSTER_SCHEMA, SqliteRoster } from './sqlite-roster.js';
import { inTransaction } from './transaction.js';

const APPLICATION = 0x52646b79;
const FORMAT = 2;

// Without bytes, a key was destroyed.
const SCHEMA = `
  CREATE TABLE keys (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    version INTEGER NOT NULL,
    master TEXT NOT NULL,
    bytes BLOB,
    UNIQUE (person, version)
  ) STRICT;
  CREATE TABLE erased (person TEXT PRIMARY KEY) STRICT;
  PRAGMA application_id = ${String(APPLICATION)};
`;
const NOW = `PRAGMA user_version = ${String(FORMAT)};`;

type Row = { id: KeyId; person: PersonId; master: string; bytes: Uint8Array | null };

/** The wrapped keys, and the roster, in a SQLite file of their own. What is destroyed is overwritten, in the file and in its log. */
export class KeyTable {
  readonly roster: SqliteRoster;
  private readonly db: DatabaseSync;

  /** @throws StoreFault when the file cannot be used. */
  constructor(file: string) {
    const path = resolve(file);
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      closeSync(openSync(path, 'a', 0o600));
      chmodSync(path, 0o600);
      this.db = new DatabaseSync(path, { timeout: 10_000 });
      this.db.exec('PRAGMA journal_mode = wal; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
      inTransaction(this.db, () => {
        this.prepare(path);
      });
      this.roster = new SqliteRoster(this.db);
    } catch (error) {
      throw asFault(path, error);
    }
  }

  byId(id: KeyId): KeptKey | undefined {
    return kept(this.db.prepare('SELECT id, person, master, bytes FROM keys WHERE id = ?').get(id));
  }

  /** The last one of a person. */
  current(person: PersonId): KeptKey | undefined {
    return kept(
      this.db
        .prepare('SELECT id, person, master, bytes FROM keys WHERE person = ? ORDER BY version DESC LIMIT 1')
        .get(person),
    );
  }

  idsOf(person: PersonId): readonly KeyId[] {
    const rows = this.db.prepare('SELECT id FROM keys WHERE person = ? ORDER BY version').all(person);
    return (rows as { id: KeyId }[]).map(({ id }) => id);
  }

  isErased(person: PersonId): boolean {
    return this.db.prepare('SELECT 1 FROM erased WHERE person = ?').get(person) !== undefined;
  }

  /** First keys of people who have none; whoever has one or was erased meanwhile stays as they are. */
  add(keys: readonly NewKey[]): void {
    inTransaction(this.db, () => {
      for (const { id, person, wrapped } of keys)
        this.db
          .prepare(
            `INSERT INTO keys (id, person, version, master, bytes) SELECT ?1, ?2, 1, ?3, ?4
              WHERE NOT EXISTS (SELECT 1 FROM erased WHERE person = ?2) ON CONFLICT (person, version) DO NOTHING`,
          )
          .run(id, person, wrapped.master, wrapped.bytes);
    });
  }

  /** Also keys that are not here: an older file may be in place. */
  destroy(person: PersonId, ids: readonly KeyId[]): void {
    inTransaction(this.db, () => {
      this.db.prepare('INSERT OR IGNORE INTO erased (person) VALUES (?)').run(person);
      this.db.prepare('UPDATE keys SET bytes = NULL WHERE person = ?').run(person);
      this.db.prepare('DELETE FROM roster WHERE person = ?').run(person);
      for (const [index, id] of ids.entries())
        this.db
          .prepare(`INSERT OR IGNORE INTO keys (id, person, version, master) VALUES (?, ?, ?, '')`)
          .run(id, person, index + 1);
    });
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  /** Some that are not under this master key, after an id. */
  notUnder(master: string, after: string, limit: number): readonly KeptKey[] {
    return this.db
      .prepare(
        'SELECT id, person, master, bytes FROM keys WHERE bytes IS NOT NULL AND master <> ? AND id > ? ORDER BY id LIMIT ?',
      )
      .all(master, after, limit)
      .map((row) => kept(row))
      .filter((key) => key !== undefined);
  }

  /** Unless it was destroyed meanwhile. */
  rewrap(keys: readonly NewKey[]): void {
    inTransaction(this.db, () => {
      for (const { id, wrapped } of keys)
        this.db
          .prepare('UPDATE keys SET master = ?, bytes = ? WHERE id = ? AND bytes IS NOT NULL')
          .run(wrapped.master, wrapped.bytes, id);
    });
  }

  close(): void {
    if (!this.db.isOpen) return;
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.db.close();
  }

  private prepare(path: string): void {
    const read = (pragma: string): unknown =>
      Object.values(this.db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
    const format = Number(read('user_version'));
    if (format === 0) this.db.exec(`${SCHEMA}${ROSTER_SCHEMA}${NOW}`);
    else if (read('application_id') !== APPLICATION || format > FORMAT)
      throw new StoreFault(`${path}: it holds no keys that this version of the program can read`);
    // Before the second, whose number was whose could be computed.
    else if (format === 1) this.db.exec(`${ROSTER_SCHEMA}${NOW}`);
  }
}

const kept = (row: unknown): KeptKey | undefined => {
  if (row === undefined) return undefined;
  const { id, person, master, bytes } = row as Row;
  return { id, person, wrapped: bytes ? { master, bytes } : undefined };
};
