import type { DatabaseSync } from 'node:sqlite';
import type { PersonId } from '@redress/contracts/values';
import type { Clock } from '@redress/eventsourcing/clock';
import {
  type AnyKinds,
  type Kept,
  keptIn,
  rowOf,
  type SecretRow,
  SecretStore,
} from '@redress/sealing/secret-store';
import { attempt } from './attempt.js';
import { type Contents, opened } from './database.js';
import { Statements } from './statements.js';
import { inTransaction } from './transaction.js';

const CONTENTS: Contents = {
  application: 0x52647369,
  format: 1,
  make: (db) => {
    db.exec(`
      CREATE TABLE secrets (
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        person TEXT,
        value TEXT NOT NULL,
        expires TEXT,
        PRIMARY KEY (kind, id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX secrets_of_person ON secrets (person, kind);
      CREATE INDEX secrets_by_end ON secrets (expires) WHERE expires IS NOT NULL;
      PRAGMA secure_delete = ON;
    `);
  },
};

type Row = Omit<SecretRow, 'kind'>;

const COLUMNS = 'id, person, value, expires';
const IS_THERE = '(expires IS NULL OR expires > ?)';

/** Secrets in a SQLite file of their own. What was written survives a power cut; what was removed is overwritten. */
export class SqliteSecrets<Kinds extends AnyKinds> extends SecretStore<Kinds> {
  private readonly db: DatabaseSync;
  private readonly statements: Statements;

  /** @throws StoreFault when the file cannot be used. */
  constructor(
    private readonly file: string,
    private readonly clock: Clock,
  ) {
    super();
    this.db = opened(file, 'FULL', CONTENTS);
    this.db.exec('PRAGMA secure_delete = ON');
    this.statements = new Statements(this.db);
  }

  override add<K extends keyof Kinds & string>(kind: K, kept: Kept<Kinds[K]>): Promise<boolean> {
    return this.written(() => {
      if (this.row(kind, kept.id)) return false;
      this.set(rowOf(kind, kept));
      return true;
    });
  }

  override put<K extends keyof Kinds & string>(kind: K, kept: Kept<Kinds[K]>): Promise<void> {
    return this.written(() => {
      this.set(rowOf(kind, kept));
    });
  }

  override find<K extends keyof Kinds & string>(kind: K, id: string): Promise<Kept<Kinds[K]> | undefined> {
    return attempt(this.file, () => this.row(kind, id));
  }

  override ofPerson<K extends keyof Kinds & string>(
    kind: K,
    person: PersonId,
  ): Promise<readonly Kept<Kinds[K]>[]> {
    const sql = `SELECT ${COLUMNS} FROM secrets WHERE person = ? AND kind = ? AND ${IS_THERE} ORDER BY id`;
    return attempt(this.file, () =>
      (this.statements.of(sql).all(person, kind, this.clock.now()) as Row[]).map((row) =>
        keptIn<Kinds[K]>(row),
      ),
    );
  }

  override change<K extends keyof Kinds & string>(
    kind: K,
    id: string,
    change: (kept: Kept<Kinds[K]>) => Kept<Kinds[K]> | undefined,
  ): Promise<boolean> {
    return this.written(() => {
      const before = this.row(kind, id);
      const after = before && change(before);
      if (!after) return false;
      if (after.id !== id) this.remove(kind, id);
      this.set(rowOf(kind, after));
      return true;
    });
  }

  override take<K extends keyof Kinds & string>(kind: K, id: string): Promise<Kept<Kinds[K]> | undefined> {
    return this.written(() => {
      const kept = this.row(kind, id);
      if (kept) this.remove(kind, id);
      return kept;
    });
  }

  override removeAll(kinds: readonly (keyof Kinds & string)[], person: PersonId): Promise<number> {
    const sql = 'DELETE FROM secrets WHERE person = ? AND kind IN (SELECT value FROM json_each(?))';
    return this.written(() => Number(this.statements.of(sql).run(person, JSON.stringify(kinds)).changes));
  }

  override clear(kind: keyof Kinds & string): Promise<void> {
    return this.written(() => {
      this.statements.of('DELETE FROM secrets WHERE kind = ?').run(kind);
    });
  }

  override prune(): Promise<void> {
    return this.written(() => {
      this.statements.of('DELETE FROM secrets WHERE expires <= ?').run(this.clock.now());
    });
  }

  /** As they lie elsewhere; in the place of those that are here. */
  keep(rows: readonly SecretRow[]): Promise<void> {
    return this.written(() => {
      for (const row of rows) this.set(row);
    });
  }

  override close(): void {
    if (this.db.isOpen) this.db.close();
  }

  private written<Result>(write: () => Result): Promise<Result> {
    return attempt(this.file, () => inTransaction(this.db, write));
  }

  private row<K extends keyof Kinds & string>(kind: K, id: string): Kept<Kinds[K]> | undefined {
    const sql = `SELECT ${COLUMNS} FROM secrets WHERE kind = ? AND id = ? AND ${IS_THERE}`;
    const row = this.statements.of(sql).get(kind, id, this.clock.now()) as Row | undefined;
    return row && keptIn<Kinds[K]>(row);
  }

  private set(row: SecretRow): void {
    const { kind, id, person, value, expires } = row;
    this.statements
      .of(`INSERT OR REPLACE INTO secrets (kind, ${COLUMNS}) VALUES (?, ?, ?, ?, ?)`)
      .run(kind, id, person, value, expires);
  }

  private remove(kind: string, id: string): void {
    this.statements.of('DELETE FROM secrets WHERE kind = ? AND id = ?').run(kind, id);
  }
}
