import { EventEmitter } from 'node:events';
import type { DatabaseSync } from 'node:sqlite';
import { type Position, START } from '@redress/contracts/values';
import { tally } from '@redress/read-models/facets';
import type { AnyProjection, AnyRow, Change, Projection } from '@redress/read-models/projection';
import { awaitPosition } from '@redress/read-models/reached';
import {
  type Facets,
  type Page,
  type Query,
  ReadModels,
  type Shadow,
} from '@redress/read-models/read-models';
import { attempt } from './attempt.js';
import { opened } from './database.js';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { ModelTable } from './model-table.js';
import type { RowTable } from './row-table.js';
import { inTransaction } from './transaction.js';

/** To sort so many rows takes less time than to look for them among all others. */
const FEW = 4_000;

/**
 * The read models of one service, in the file of its events. Rows and the position they stand at are written in one
 * transaction, which need not be durable: a power cut takes both, and the rows are made again from the events.
 */
export class SqliteReadModels extends ReadModels {
  private readonly db: DatabaseSync;
  private readonly models: ModelTable;
  private readonly moved = new EventEmitter().setMaxListeners(0);

  /**
   * @param few What leads to fewer rows than that is followed whatever the order asked for.
   * @throws StoreFault when the file cannot be used.
   */
  constructor(
    private readonly file: string,
    few = FEW,
  ) {
    super();
    this.db = opened(file, 'NORMAL');
    this.models = new ModelTable(this.db, few);
  }

  override async apply<Row extends AnyRow>(
    model: Projection<never, Row>,
    changes: readonly Change<Row>[],
    from: Position,
    upTo: Position,
  ): Promise<boolean> {
    const applied = await this.writing(() => {
      const stands = this.models.of(model.name);
      if ((stands?.position ?? START) !== from) return false;
      const { rows } = stands ?? this.models.make(model.name, model);
      rows.write(changes);
      this.models.move(model.name, upTo);
      return true;
    });
    if (applied) this.moved.emit(model.name);
    return applied;
  }

  override positionOf({ name }: { readonly name: string }): Promise<Position> {
    return attempt(this.file, () => this.models.of(name)?.position ?? START);
  }

  override reached(model: { readonly name: string }, position: Position, withinMs: number): Promise<boolean> {
    return awaitPosition(this.moved, model.name, () => this.positionOf(model), position, withinMs);
  }

  override get<Row extends AnyRow>(model: Projection<never, Row>, id: Row['id']): Promise<Row | undefined> {
    return this.reading(model, undefined, (rows) => rows.get(id) as Row | undefined);
  }

  override find<Row extends AnyRow>(model: Projection<never, Row>, query: Query<Row>): Promise<Page<Row>> {
    return this.reading(model, { rows: [] }, (rows) => rows.find(query));
  }

  override count<Row extends AnyRow>(
    model: Projection<never, Row>,
    query: Pick<Query<Row>, 'where' | 'text'>,
  ): Promise<number> {
    return this.reading(model, 0, (rows) => rows.count(query));
  }

  override facets<Row extends AnyRow, Field extends keyof Row & string>(
    model: Projection<never, Row>,
    query: Pick<Query<Row>, 'where' | 'text'> & { readonly fields: readonly Field[] },
  ): Promise<Facets<Field>> {
    return this.reading(model, tally([], query.fields), (rows) => rows.facets(query));
  }

  /** Words that are gone stay in the index until it is made one piece; pages that were freed are overwritten as they are. */
  override purge({ name }: { readonly name: string }): Promise<void> {
    return attempt(this.file, () => {
      inTransaction(this.db, () => {
        this.models.of(name)?.rows.makeOnePiece();
      });
      const { busy } = this.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
      if (busy !== 0) throw new StoreFault(`${this.file}: its log is in use and cannot be emptied just now`);
    });
  }

  override isOutdated(model: AnyProjection): Promise<boolean> {
    return attempt(this.file, () => !this.models.isAsAskedFor(model));
  }

  override async shadowOf(model: AnyProjection): Promise<Shadow> {
    const name = `${model.name}~`;
    const { generation, rows } = await this.writing(() => {
      // What an interrupted rebuild left behind.
      this.models.drop(name);
      return this.models.make(name, model);
    });
    // Another rebuild of the same model begins with a shadow of its own, and this one is over.
    const ours = () => {
      const shadow = this.models.of(name);
      return shadow?.generation === generation ? shadow : undefined;
    };
    return {
      apply: (_, changes, from, upTo) =>
        this.writing(() => {
          if (ours()?.position !== from) return false;
          rows.write(changes);
          this.models.move(name, upTo);
          return true;
        }),
      positionOf: () => attempt(this.file, () => ours()?.position ?? START),
      swap: async () => {
        const swapped = await this.writing(() => {
          const shadow = ours();
          if (!shadow || shadow.position < (this.models.of(model.name)?.position ?? START)) return false;
          this.models.drop(model.name);
          this.models.rename(name, model.name);
          return true;
        });
        if (swapped) this.moved.emit(model.name);
        return swapped;
      },
      drop: () =>
        this.writing(() => {
          if (ours()) this.models.drop(name);
        }),
    };
  }

  close(): void {
    if (this.db.isOpen) this.db.close();
  }

  private writing<Result>(run: () => Result): Promise<Result> {
    return attempt(this.file, () => inTransaction(this.db, run));
  }

  /** One look at one state of the file: the rows cannot be swapped between finding out where they are and reading. */
  private reading<Result>(
    { name }: { readonly name: string },
    none: Result,
    read: (rows: RowTable) => Result,
  ): Promise<Result> {
    return attempt(this.file, () =>
      inTransaction(
        this.db,
        () => {
          const model = this.models.of(name);
          return model ? read(model.rows) : none;
        },
        'DEFERRED',
      ),
    );
  }
}
