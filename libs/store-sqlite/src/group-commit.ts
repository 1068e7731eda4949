import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './transaction.js';

type Waiting = {
  readonly write: () => void;
  readonly done: () => void;
  readonly fail: (why: unknown) => void;
};

/**
 * Writes that are asked for at the same time are made in one transaction, so that many share one wait for the disk.
 * One that throws must have left nothing, and hurts no other. When the whole cannot be committed, all of them are
 * rejected and none is kept.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];

  constructor(
    private readonly db: DatabaseSync,
    private readonly begun: () => void,
    private readonly committed: () => void,
  ) {}

  /** Resolves when what was written is durable. */
  add<Result>(write: () => Result): Promise<Result> {
    // After this turn of the event loop everything that came in during the last commit stands in the queue.
    if (this.waiting.length === 0)
      setImmediate(() => {
        this.flush();
      });
    return new Promise((resolve, fail) => {
      let result: Result;
      const done = (): void => {
        resolve(result);
      };
      this.waiting.push({ write: () => (result = write()), done, fail });
    });
  }

  /** Commits at once what is waiting. */
  flush(): void {
    const group = this.waiting;
    this.waiting = [];
    if (group.length === 0) return;
    try {
      const settle = inTransaction(this.db, () => {
        this.begun();
        return group.map((one) => this.outcomeOf(one));
      });
      this.committed();
      for (const one of settle) one();
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
  }

  private outcomeOf({ write, done, fail }: Waiting): () => void {
    try {
      write();
      return done;
    } catch (error) {
      // A full disk ends the transaction for all: then nothing of the group may be answered.
      if (!this.db.isTransaction) throw error;
      return () => {
        fail(error);
      };
    }
  }
}
