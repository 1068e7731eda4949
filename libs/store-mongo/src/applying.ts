import type { Position } from '@redress/contracts/values';
import type { AnyRow, Change } from '@redress/read-models/projection';
import { documentsAfter, write } from './batch.js';
import type { Database } from './connection.js';
import type { Models, Shape, Standing } from './models.js';
import { Redo } from './redo.js';
import { Transactions } from './transactions.js';

/** Applies a batch of changes to the rows of a model and moves it: both or neither, and only one of those who try. */
export class Applying {
  private readonly redo: Redo;
  private readonly transactions: Transactions;

  constructor(
    database: Database,
    private readonly models: Models,
  ) {
    this.redo = new Redo(database, models);
    this.transactions = new Transactions(database, models);
  }

  /** False when the model does not stand at `from` or has other rows now. */
  async apply<Row extends AnyRow>(
    standing: Standing,
    changes: readonly Change<Row>[],
    from: Position,
    upTo: Position,
  ): Promise<boolean> {
    if (standing.pending || !(await this.transactions.areThere()))
      return this.redo.apply(standing, changes, from, upTo);
    if (standing.position !== from) return false;
    const { _id, generation } = standing;
    const rows = this.models.rowsOf(standing);
    const shape = JSON.parse(standing.shape) as Shape;
    return this.transactions.run(async (session) => {
      const moved = await this.models.standing
        .updateOne({ _id, generation, position: from, pending: null }, { $set: { position: upTo } })
        .session(session);
      if (moved.matchedCount === 0) return false;
      await write(rows, await documentsAfter(rows, shape, changes, upTo, session), session);
      return true;
    });
  }
}
