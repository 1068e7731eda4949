import { randomUUID } from 'node:crypto';
import type { Position } from '@redress/contracts/values';
import type { AnyRow, Change } from '@redress/read-models/projection';
import type { Collection, Model, mongo } from 'mongoose';
import { documentsAfter } from './batch.js';
import type { Database } from './connection.js';
import type { RowDocument } from './documents.js';
import { DUPLICATE_KEY, type Models, PENDING, type Shape, type Standing } from './models.js';

/** A document that was decided on, until it is in the rows. */
type Pending = {
  readonly _id: string;
  readonly token: string;
  readonly generation: string;
  readonly upTo: Position;
  readonly document: RowDocument;
};

/**
 * Both or neither without transactions, for a server by itself. What a batch leads to is written down first; then one document
 * says that it is decided, and whoever comes next, this process or another, carries it out. A row is only ever replaced by
 * what was decided later, so that who comes late changes nothing.
 */
export class Redo {
  constructor(
    private readonly database: Database,
    private readonly models: Models,
  ) {}

  async apply<Row extends AnyRow>(
    standing: Standing,
    changes: readonly Change<Row>[],
    from: Position,
    upTo: Position,
  ): Promise<boolean> {
    if (standing.pending) {
      await this.carryOut(standing, standing.pending);
      return false;
    }
    if (standing.position !== from) return false;
    const shape = JSON.parse(standing.shape) as Shape;
    const documents = await documentsAfter(this.models.rowsOf(standing), shape, changes, upTo, null);
    const pending = { token: randomUUID(), upTo };
    const written = documents.map((document, n) => ({
      _id: `${pending.token}-${String(n)}`,
      ...pending,
      generation: standing.generation,
      document,
    }));
    if (written.length > 0) await this.notes.insertMany(written);
    if (!(await this.isDecided(standing, from, pending))) {
      await this.notes.deleteMany({ token: pending.token });
      return false;
    }
    await this.carryOut(standing, pending);
    return true;
  }

  /** The driver may send it twice where the first answer was lost, and the second then finds no place that is free. */
  private async isDecided(
    { _id, generation }: Standing,
    from: Position,
    pending: NonNullable<Standing['pending']>,
  ): Promise<boolean> {
    const decided = await this.models.standing.updateOne(
      { _id, generation, position: from, pending: null },
      { $set: { pending } },
    );
    if (decided.matchedCount > 0) return true;
    return (await this.models.of(_id))?.pending?.token === pending.token;
  }

  private async carryOut(
    standing: Standing,
    { token, upTo }: NonNullable<Standing['pending']>,
  ): Promise<void> {
    const { _id, generation } = standing;
    const decided = await this.notes.find({ token }).toArray();
    await replaceOlder(
      this.models.rowsOf(standing),
      decided.map(({ document }) => document),
    );
    await this.models.standing.updateOne(
      { _id, generation, 'pending.token': token },
      { $set: { position: upTo }, $unset: { pending: 1 } },
    );
    // What was written for a place that is passed can never be decided any more, whoever wrote it.
    await this.notes.deleteMany({ generation, upTo: { $lte: upTo } });
  }

  private get notes(): Collection<Pending> {
    return this.database.mongo.collection<Pending>(PENDING);
  }
}

const replaceOlder = async (rows: Model<RowDocument>, documents: readonly RowDocument[]): Promise<void> => {
  if (documents.length === 0) return;
  const operations = documents.map((replacement) => ({
    replaceOne: {
      filter: { _id: replacement._id as never, at: { $lt: replacement.at } },
      replacement,
      upsert: true,
    },
  }));
  await rows.collection.bulkWrite(operations, { ordered: false }).catch(async (error: unknown) => {
    // A row that is as new or newer is not found by the filter, and its id is taken. What was cut off is told of with no row
    // at all, so that each has to be accounted for.
    const {
      writeErrors = [],
      matchedCount,
      upsertedCount,
      code,
    } = error as Partial<mongo.MongoBulkWriteError>;
    const taken = [writeErrors].flat().filter((failed) => failed.code === DUPLICATE_KEY).length;
    if (Number(matchedCount) + Number(upsertedCount) + taken === operations.length) return;
    if (code !== DUPLICATE_KEY) throw error;
    // There are servers that end at the first of them, whatever order was asked for.
    for (const { replaceOne } of operations)
      await rows.collection
        .replaceOne(replaceOne.filter, replaceOne.replacement, { upsert: true })
        .catch(unlessTaken);
  });
};

const unlessTaken = (error: unknown): void => {
  if ((error as { readonly code?: number }).code !== DUPLICATE_KEY) throw error;
};
