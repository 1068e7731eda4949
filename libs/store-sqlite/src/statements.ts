import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Filters and sortings come in many combinations; beyond so many all are prepared anew. */
const KEPT = 500;

/** Statements are prepared once and kept. */
export class Statements {
  private readonly prepared = new Map<string, StatementSync>();

  constructor(private readonly db: DatabaseSync) {}

  of(sql: string): StatementSync {
    const known = this.prepared.get(sql);
    if (known) return known;
    if (this.prepared.size >= KEPT) this.forget();
    const made = this.db.prepare(sql);
    this.prepared.set(sql, made);
    return made;
  }

  forget(): void {
    this.prepared.clear();
  }
}
