import { randomUUID } from 'node:crypto';
import { type Position, START } from '@redress/contracts/values';
import { type Connection, type Model, Schema } from 'mongoose';
import { type RowDocument, schemaFor } from './documents.js';

/** How the rows of a model are kept. */
export type Shape = {
  readonly indexes: readonly (readonly string[])[];
  readonly held?: Readonly<Partial<Record<string, readonly string[]>>>;
  readonly facets?: readonly string[];
  readonly search: readonly string[];
};

export type Asked = Shape & { readonly name: string; readonly version: number };

/** How far a model has come, and in which collection its rows are. */
export type Standing = {
  readonly _id: string;
  readonly version: number;
  readonly shape: string;
  readonly position: Position;
  readonly generation: string;
  /** What was decided and may not be in the rows yet; only where there are no transactions. */
  readonly pending?: { readonly token: string; readonly upTo: Position };
};

/** The collection of what was written down before it is decided; only where there are no transactions. */
export const PENDING = 'pending';

const standings = new Schema<Standing>(
  {
    _id: String,
    version: Number,
    shape: String,
    position: String,
    generation: String,
    pending: Schema.Types.Mixed,
  },
  { collection: 'models', versionKey: false, minimize: false, id: false },
);

/** How the rows are kept is remembered too: another index, facet or search field also makes a model outdated. */
const shapeOf = ({ indexes, held, facets, search }: Shape): string =>
  JSON.stringify({ indexes, held, facets, search });

/** Which models there are. Each generation of rows has a collection of its own, and one document says which counts. */
export class Models {
  readonly standing: Model<Standing>;

  constructor(private readonly mongo: Connection) {
    this.standing = mongo.model<Standing>('models', standings);
  }

  of(name: string): Promise<Standing | null> {
    return this.standing.findById(name).lean<Standing>().exec();
  }

  isAsAskedFor(asked: Asked, standing: Standing | null): boolean {
    return standing?.version === asked.version && standing.shape === shapeOf(asked);
  }

  /** The rows of a generation, kept as they were made, which may be otherwise than is asked for now. */
  rowsOf({ generation, shape }: Pick<Standing, 'generation' | 'shape'>): Model<RowDocument> {
    const known = this.mongo.models[generation] as Model<RowDocument> | undefined;
    return (
      known ?? this.mongo.model<RowDocument>(generation, schemaFor(JSON.parse(shape) as Shape, generation))
    );
  }

  /** An empty model that stands at START, with the collection and the indexes for its rows, and nobody's yet. */
  async make(name: string, asked: Asked): Promise<Standing> {
    const generation = `rows_${asked.name}_${randomUUID().replaceAll('-', '')}`;
    const made = { _id: name, version: asked.version, shape: shapeOf(asked), position: START, generation };
    const rows = this.rowsOf(made);
    await rows.createCollection();
    await rows.createIndexes();
    return made;
  }

  /** Unless there is one meanwhile, which is then the model. */
  async add(made: Standing): Promise<Standing> {
    const { _id, ...rest } = made;
    const there = await this.standing
      .findOneAndUpdate({ _id }, { $setOnInsert: rest }, { upsert: true, returnDocument: 'after' })
      .lean<Standing>()
      .exec();
    if (there.generation !== made.generation) await this.dropRows(made.generation);
    return there;
  }

  async dropRows(generation: string): Promise<void> {
    await this.mongo.dropCollection(generation).catch((error: unknown) => {
      // NamespaceNotFound: somebody else was first.
      if ((error as { readonly code?: number }).code !== 26) throw error;
    });
    await this.mongo.collection(PENDING).deleteMany({ generation });
    if (generation in this.mongo.models) this.mongo.deleteModel(generation);
  }
}
