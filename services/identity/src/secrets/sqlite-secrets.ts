import type { DatabaseSync } from 'node:sqlite';
import type { PersonId } from '@redress/contracts/values';
import type { Clock } from '@redress/eventsourcing/clock';
import { attempt } from '@redress/store-sqlite/attempt';
import { type Contents, opened } from '@redress/store-sqlite/database';
import { Statements } from '@redress/store-sqlite/statements';
import { inTransaction } from '@redress/store-sqlite/transaction';
import { type Kept, type Kind, type Kinds, Secrets } from './secrets.js';

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

type Row = {
  readonly id: string;
  readonly person: PersonId | null;
  readonly value: string;
  readonly expires: string | null;
};

const COLUMNS = 'id, person, value, expires';
const IS_THERE = '(expires IS NULL OR expires > ?)';

/** Secrets in a SQLite file of their own. What was written survives a power cut; what was removed is overwritten. */
export class SqliteSecrets extends Secrets {
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

  override add<K extends Kind>(kind: K, kept: Kept<K>): Promise<boolean> {
    return this.written(() => {
      if (this.row(kind, kept.id)) return false;
      this.set(kind, kept);
      return true;
    });
  }

  override put<K extends Kind>(kind: K, kept: Kept<K>): Promise<void> {
    return this.written(() => {
      this.set(kind, kept);
    });
  }

  override find<K extends Kind>(kind: K, id: string): Promise<Kept<K> | undefined> {
    return attempt(this.file, () => this.row(kind, id));
  }

  override ofPerson<K extends Kind>(kind: K, person: PersonId): Promise<readonly Kept<K>[]> {
    const sql = `SELECT ${COLUMNS} FROM secrets WHERE person = ? AND kind = ? AND ${IS_THERE} ORDER BY id`;
    return attempt(this.file, () =>
      (this.statements.of(sql).all(person, kind, this.clock.now()) as Row[]).map((row) => keptIn<K>(row)),
    );
  }

  override change<K extends Kind>(
    kind: K,
    id: string,
    change: (kept: Kept<K>) => Kept<K> | undefined,
  ): Promise<boolean> {
    return this.written(() => {
      const before = this.row(kind, id);
      const after = before && change(before);
      if (!after) return false;
      if (after.id !== id) this.remove(kind, id);
      this.set(kind, after);
      return true;
    });
  }

  override take<K extends Kind>(kind: K, id: string): Promise<Kept<K> | undefined> {
    return this.written(() => {
      const kept = this.row(kind, id);
      if (kept) this.remove(kind, id);
      return kept;
    });
  }

  override removeAll(kinds: readonly Kind[], person: PersonId): Promise<number> {
    const sql = 'DELETE FROM secrets WHERE person = ? AND kind IN (SELECT value FROM json_each(?))';
    return this.written(() => Number(this.statements.of(sql).run(person, JSON.stringify(kinds)).changes));
  }

  override clear(kind: Kind): Promise<void> {
    return this.written(() => {
      this.statements.of('DELETE FROM secrets WHERE kind = ?').run(kind);
    });
  }

  override prune(): Promise<void> {
    return this.written(() => {
      this.statements.of('DELETE FROM secrets WHERE expires <= ?').run(this.clock.now());
    });
  }

  override close(): void {
    if (this.db.isOpen) this.db.close();
  }

  private written<Result>(write: () => Result): Promise<Result> {
    return attempt(this.file, () => inTransaction(this.db, write));
  }

  private row<K extends Kind>(kind: K, id: string): Kept<K> | undefined {
    const sql = `SELECT ${COLUMNS} FROM secrets WHERE kind = ? AND id = ? AND ${IS_THERE}`;
    const row = this.statements.of(sql).get(kind, id, this.clock.now()) as Row | undefined;
    return row && keptIn<K>(row);
  }

  private set<K extends Kind>(kind: K, { id, person, value, expiresAt }: Kept<K>): void {
    this.statements
      .of(`INSERT OR REPLACE INTO secrets (kind, ${COLUMNS}) VALUES (?, ?, ?, ?, ?)`)
      .run(kind, id, person ?? null, JSON.stringify(value), expiresAt ?? null);
  }

  private remove(kind: Kind, id: string): void {
    this.statements.of('DELETE FROM secrets WHERE kind = ? AND id = ?').run(kind, id);
  }
}

const keptIn = <K extends Kind>({ id, person, value, expires }: Row): Kept<K> =>
  ({
    id,
    ...(person !== null && { person }),
    value: JSON.parse(value) as Kinds[K],
    ...(expires !== null && { expiresAt: expires }),
  }) as Kept<K>;
