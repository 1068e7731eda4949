import type { DatabaseSync } from 'node:sqlite';
import { asFault } from './faults.js';
import { inTransaction } from './transaction.js';

type Waiting = {
  readonly write: () => unknown;
  readonly done: (result: unknown) => void;
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
    private readonly file: string,
    private readonly begun: () => void,
    private readonly committed: (writes: number) => void,
  ) {}

  /** Resolves when what was written is durable. */
  add<Result>(write: () => Result): Promise<Result> {
    // After this turn of the event loop everything that came in during the last commit stands in the queue.
    if (this.waiting.length === 0)
      setImmediate(() => {
        this.flush();
      });
    return new Promise<Result>((resolve, fail) => {
      this.waiting.push({ write, done: resolve as (result: unknown) => void, fail });
    });
  }

  /** Commits at once what is waiting. */
  flush(): void {
    const group = this.waiting;
    this.waiting = [];
    if (group.length === 0) return;
    try {
      const answers = inTransaction(this.db, () => {
        this.begun();
        return group.map((one) => this.answerOf(one));
      });
      this.committed(group.length);
      for (const answer of answers) answer();
    } catch (error) {
      const fault = asFault(this.file, error);
      for (const { fail } of group) fail(fault);
    }
  }

  private answerOf({ write, done, fail }: Waiting): () => void {
    try {
      const result = write();
      return () => {
        done(result);
      };
    } catch (error) {
      // A full disk ends the transaction for all: then nothing of the group may be answered.
      if (!this.db.isTransaction) throw error;
      return () => {
        fail(asFault(this.file, error));
      };
    }
  }
}
