import { type Position, START } from '@redress/contracts/values';
import mongoose, { type Connection, type Model, Schema } from 'mongoose';
import { indexesOf, type RowDocument, schemaFor } from './documents.js';

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
  /** The only generation that may take the place of these rows. */
  readonly successor?: string;
};

/** The collection of what was written down before it is decided; only where there are no transactions. */
export const PENDING = 'pending';

export const DUPLICATE_KEY = 11000;

const standings = new Schema<Standing>(
  {
    _id: String,
    version: Number,
    shape: String,
    position: String,
    generation: String,
    pending: Schema.Types.Mixed,
    successor: String,
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

  rowsOf({ generation }: Pick<Standing, 'generation'>): Model<RowDocument> {
    const known = this.mongo.models[generation] as Model<RowDocument> | undefined;
    return known ?? this.mongo.model<RowDocument>(generation, schemaFor(generation));
  }

  /** An empty model that stands at START, with the collection and the indexes for its rows, and nobody's yet. */
  async make(asked: Asked): Promise<Omit<Standing, '_id'>> {
    const generation = `${generationsOf(asked)}${new mongoose.mongo.ObjectId().toHexString()}`;
    const rows = this.rowsOf({ generation });
    await rows.createCollection();
    const indexes = indexesOf(asked);
    if (indexes.length > 0) await rows.collection.createIndexes([...indexes]);
    return { version: asked.version, shape: shapeOf(asked), position: START, generation };
  }

  /** The model, made if there is none; of those who make it at the same time, one does. */
  async begun(asked: Asked): Promise<Standing> {
    const _id = asked.name;
    const there = await this.of(_id);
    if (there) return there;
    const made = await this.make(asked);
    await this.standing
      .updateOne({ _id }, { $setOnInsert: made }, { upsert: true })
      .catch((error: unknown) => {
        if ((error as { readonly code?: number }).code !== DUPLICATE_KEY) throw error;
      });
    const begun = await this.of(_id);
    if (begun?.generation !== made.generation) await this.dropRows(made.generation);
    return begun ?? { _id, ...made };
  }

  async dropRows(generation: string): Promise<void> {
    await this.mongo.dropCollection(generation);
    await this.mongo.collection(PENDING).deleteMany({ generation });
    if (generation in this.mongo.models) this.mongo.deleteModel(generation);
  }
}

/** How the collections of a model begin; what follows tells when they were made. */
export const generationsOf = ({ name }: { readonly name: string }): string => `rows_${name}_`;
