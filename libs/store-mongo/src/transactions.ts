import { randomUUID } from 'node:crypto';
import type { ClientSession } from 'mongoose';
import mongoose from 'mongoose';
import { type Database, NoAnswer } from './connection.js';
import type { Models } from './models.js';

const OPTIONS = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } } as const;

/** What a server has of transactions. */
export class Transactions {
  private found: Promise<boolean> | undefined;

  constructor(
    private readonly database: Database,
    private readonly models: Models,
  ) {}

  /** A replica set has them, and so has what stands before shards; a server by itself has none. */
  areThere(): Promise<boolean> {
    this.found ??= this.ask().catch((error: unknown) => {
      this.found = undefined;
      throw error;
    });
    return this.found;
  }

  /** All of it or none. Who waits for it is gone after the time that a call may take, and it is not begun again then. */
  async run<Answer>(act: (session: ClientSession) => Promise<Answer>): Promise<Answer> {
    const until = performance.now() + this.database.patience.callMs;
    const session = await this.database.mongo.startSession();
    try {
      return await session.withTransaction(() => {
        if (performance.now() > until)
          throw new NoAnswer('MongoDB: the transaction was not carried out in time');
        return act(session);
      }, OPTIONS);
    } finally {
      await session.endSession();
    }
  }

  private async ask(): Promise<boolean> {
    const hello = await this.database.mongo.db?.admin().command({ hello: 1 });
    const isSaid = typeof hello?.['setName'] === 'string' || hello?.['msg'] === 'isdbgrid';
    return isSaid && (await this.isUndone());
  }

  /** There are servers that call themselves a replica set and take a transaction for so many single writes: it is tried. */
  private async isUndone(): Promise<boolean> {
    const tried = this.models.standing.collection;
    const _id = `~${randomUUID()}` as never;
    const session = await this.database.mongo.startSession();
    try {
      await session.withTransaction(async () => {
        await tried.insertOne({ _id }, { session });
        await session.abortTransaction();
      }, OPTIONS);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return false;
    } finally {
      await session.endSession();
    }
    return (await tried.deleteOne({ _id })).deletedCount === 0;
  }
}

/** What is no passing fault. */
const isRefusal = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoServerError && !error.hasErrorLabel('TransientTransactionError');
