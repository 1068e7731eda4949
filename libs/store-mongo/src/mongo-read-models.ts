import { EventEmitter } from 'node:events';
import { type Position, START } from '@redress/contracts/values';
import { placeAfter } from '@redress/read-models/cursor';
import { facetsOf, tally } from '@redress/read-models/facets';
import { pageFrom } from '@redress/read-models/page';
import type { AnyProjection, AnyRow, Change, Projection } from '@redress/read-models/projection';
import { awaitPosition } from '@redress/read-models/reached';
import {
  type Facets,
  type Page,
  type Query,
  ReadModels,
  type Shadow,
} from '@redress/read-models/read-models';
import type { Model, PipelineStage } from 'mongoose';
import { Applying } from './applying.js';
import { after, all, conditionsOf, scalar } from './conditions.js';
import type { Database } from './connection.js';
import { countedIn, type RowDocument, valueOf } from './documents.js';
import { Models, type Shape, type Standing } from './models.js';
import { Shadows } from './shadows.js';

type Named = { readonly name: string };
type Asked<Row extends AnyRow> = Pick<Query<Row>, 'where' | 'text'>;

/**
 * The read models of one service in MongoDB. Rows and the position they stand at are written in one transaction where the
 * server has such, that is in a replica set, be it of one.
 */
export class MongoReadModels extends ReadModels {
  private readonly models: Models;
  private readonly applying: Applying;
  private readonly shadows: Shadows;
  private readonly moved = new EventEmitter().setMaxListeners(0);

  constructor(private readonly database: Database) {
    super();
    this.models = new Models(database.mongo);
    this.applying = new Applying(database, this.models);
    this.shadows = new Shadows(database, this.models, this.applying, (name) => this.moved.emit(name));
  }

  override async apply<Row extends AnyRow>(
    model: Projection<never, Row>,
    changes: readonly Change<Row>[],
    from: Position,
    upTo: Position,
  ): Promise<boolean> {
    const applied = await this.database.call(async () => {
      const standing = await (from === START ? this.models.begun(model) : this.models.of(model.name));
      return standing !== null && this.applying.apply(standing, changes, from, upTo);
    });
    if (applied) this.moved.emit(model.name);
    return applied;
  }

  override async positionOf({ name }: Named): Promise<Position> {
    return (await this.database.call(() => this.models.of(name)))?.position ?? START;
  }

  override reached(model: Named, position: Position, withinMs: number): Promise<boolean> {
    return awaitPosition(this.moved, model.name, () => this.positionOf(model), position, withinMs);
  }

  override get<Row extends AnyRow>(model: Projection<never, Row>, id: Row['id']): Promise<Row | undefined> {
    return this.reading(model, undefined, async (rows) => {
      const found = await rows
        .findOne({ _id: { $eq: scalar(id) as string } }, { row: 1 })
        .lean<RowDocument>()
        .exec();
      return found ? (JSON.parse(found.row) as Row) : undefined;
    });
  }

  override async find<Row extends AnyRow>(
    model: Projection<never, Row>,
    query: Query<Row>,
  ): Promise<Page<Row>> {
    const { by, descending = false, limit, cursor } = query;
    const place = cursor === undefined ? [] : [after(placeAfter(cursor, query), by, descending)];
    const filter = all([...conditionsOf(query), ...place]);
    const way = descending ? -1 : 1;
    const sorting = { [valueOf(by)]: way, _id: way } as const;
    return this.reading(model, { rows: [] }, async (rows) => {
      const found = await rows
        .find(filter, { row: 1 })
        .sort(sorting)
        .limit(limit + 1)
        .lean<Pick<RowDocument, 'row'>[]>()
        .exec();
      return pageFrom(
        found.map(({ row }) => row),
        query,
      );
    });
  }

  override async count<Row extends AnyRow>(
    model: Projection<never, Row>,
    query: Asked<Row>,
  ): Promise<number> {
    const filter = all(conditionsOf(query));
    return this.reading(model, 0, (rows) => rows.countDocuments(filter).exec());
  }

  override async facets<Row extends AnyRow, Field extends keyof Row & string>(
    model: Projection<never, Row>,
    query: Asked<Row> & { readonly fields: readonly Field[] },
  ): Promise<Facets<Field>> {
    const filter = all(conditionsOf(query));
    const { fields } = query;
    return this.reading(model, tally([], fields), async (rows, { facets = [] }) => {
      if (fields.every((field) => facets.includes(field))) {
        const counted = fields.map(async (field) => [field, await counts(rows, filter, field)] as const);
        return facetsOf(new Map(await Promise.all(counted)));
      }
      const found = await rows.find(filter, { row: 1 }).lean<Pick<RowDocument, 'row'>[]>().exec();
      return tally(
        found.map(({ row }) => JSON.parse(row) as AnyRow),
        fields,
      );
    });
  }

  override isOutdated(model: AnyProjection): Promise<boolean> {
    return this.database.call(async () => !this.models.isAsAskedFor(model, await this.models.of(model.name)));
  }

  override shadowOf(model: AnyProjection): Promise<Shadow> {
    return this.shadows.of(model);
  }

  close(): Promise<void> {
    return this.database.close();
  }

  /** Reads once more when the rows were swapped for others meanwhile: those may have been dropped under it, or under a cursor. */
  private reading<Result>(
    { name }: Named,
    none: Result,
    read: (rows: Model<RowDocument>, shape: Shape) => Promise<Result>,
  ): Promise<Result> {
    return this.database.call(async () => {
      for (let standing = await this.models.of(name); standing;) {
        const [result] = await Promise.allSettled([
          read(this.models.rowsOf(standing), JSON.parse(standing.shape) as Shape),
        ]);
        const now: Standing | null = await this.models.of(name);
        if (now?.generation === standing.generation) {
          if (result.status === 'rejected') throw result.reason;
          return result.value;
        }
        standing = now;
      }
      return none;
    });
  }
}

/** How many of these rows are counted under each value in a field, the value written as JSON. */
const counts = async (
  rows: Model<RowDocument>,
  filter: PipelineStage.Match['$match'],
  field: string,
): Promise<ReadonlyMap<string, number>> => {
  const path = `$${countedIn(field)}`;
  const counted = await rows
    .aggregate<{ readonly _id: string; readonly rows: number }>([
      { $match: filter },
      { $unwind: path },
      { $group: { _id: path, rows: { $sum: 1 } } },
    ])
    .exec();
  return new Map(counted.map(({ _id, rows: count }) => [_id, count]));
};
