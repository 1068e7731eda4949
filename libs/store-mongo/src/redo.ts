import { randomUUID } from 'node:crypto';
import type { Position } from '@redress/contracts/values';
import type { AnyRow, Change } from '@redress/read-models/projection';
import type { Collection, Model } from 'mongoose';
import { documentsAfter } from './batch.js';
import type { Database } from './connection.js';
import type { RowDocument } from './documents.js';
import type { Models, Shape, Standing } from './models.js';

/** A document that was decided on, until it is in the rows. */
type Pending = { readonly _id: string; readonly token: string; readonly document: RowDocument };

const DUPLICATE_KEY = 11000;

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
      token: pending.token,
      document,
    }));
    if (written.length > 0) await this.notes.insertMany(written);
    const decided = await this.models.standing.updateOne(
      { _id: standing._id, generation: standing.generation, position: from, pending: null },
      { $set: { pending } },
    );
    if (decided.matchedCount === 0) {
      await this.notes.deleteMany({ token: pending.token });
      return false;
    }
    await this.carryOut(standing, pending);
    return true;
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
    await this.notes.deleteMany({ token });
  }

  private get notes(): Collection<Pending> {
    return this.database.mongo.collection<Pending>('pending');
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
  await rows.collection.bulkWrite(operations, { ordered: false }).catch((error: unknown) => {
    // A row that is as new or newer is not found by the filter, and its id is taken.
    const failed = (error as { readonly writeErrors?: readonly { readonly code: number }[] }).writeErrors;
    if (!failed || [failed].flat().some(({ code }) => code !== DUPLICATE_KEY)) throw error;
  });
};
