import { START } from '@redress/contracts/values';
import type { AnyProjection } from '@redress/read-models/projection';
import type { Shadow } from '@redress/read-models/read-models';
import type { Applying } from './applying.js';
import type { Database } from './connection.js';
import type { Models, Standing } from './models.js';

const DUPLICATE_KEY = 11000;

/** Copies of models that are being made anew, each in a collection of its own, under the name of the model and a mark. */
export class Shadows {
  constructor(
    private readonly database: Database,
    private readonly models: Models,
    private readonly applying: Applying,
    private readonly moved: (name: string) => void,
  ) {}

  async of(model: AnyProjection): Promise<Shadow> {
    const name = `${model.name}~`;
    const { generation } = await this.database.call(() => this.begin(name, model));
    // Another rebuild of the same model begins with a shadow of its own, and this one is over.
    const ours = async (): Promise<Standing | undefined> => {
      const shadow = await this.models.of(name);
      return shadow?.generation === generation ? shadow : undefined;
    };
    return {
      apply: (_, changes, from, upTo) =>
        this.database.call(async () => {
          const shadow = await ours();
          return shadow !== undefined && this.applying.apply(shadow, changes, from, upTo);
        }),
      positionOf: async () => (await this.database.call(ours))?.position ?? START,
      swap: async () => {
        const swapped = await this.database.call(async () => {
          const shadow = await ours();
          return shadow !== undefined && this.swap(model.name, shadow);
        });
        if (swapped) this.moved(model.name);
        return swapped;
      },
      drop: () =>
        this.database.call(async () => {
          const { deletedCount } = await this.models.standing.deleteOne({ _id: name, generation });
          if (deletedCount === 1) await this.models.dropRows(generation);
        }),
    };
  }

  private async begin(name: string, model: AnyProjection): Promise<Standing> {
    const made = await this.models.make(name, model);
    const before = await this.models.standing
      .findOneAndReplace({ _id: name }, made, { upsert: true, returnDocument: 'before' })
      .lean<Standing>()
      .exec();
    // What an interrupted rebuild left behind, unless it was swapped and only its name is left.
    const inUse = await this.models.of(model.name);
    if (before && before.generation !== inUse?.generation) await this.models.dropRows(before.generation);
    return made;
  }

  /** One write to one document puts the new rows in the place of the others. */
  private async swap(name: string, shadow: Standing): Promise<boolean> {
    const inUse = await this.models.of(name);
    if (shadow.pending || shadow.position < (inUse?.position ?? START)) return false;
    const { version, shape, position, generation } = shadow;
    const made = { version, shape, position, generation };
    if (inUse) {
      const { matchedCount } = await this.models.standing.updateOne(
        { _id: name, generation: inUse.generation, position: inUse.position },
        { $set: made, $unset: { pending: 1 } },
      );
      if (matchedCount === 0) return false;
    } else if (!(await this.isFirst({ _id: name, ...made }))) return false;
    await this.models.standing.deleteOne({ _id: shadow._id, generation });
    if (inUse) await this.models.dropRows(inUse.generation);
    return true;
  }

  private async isFirst(standing: Standing): Promise<boolean> {
    try {
      await this.models.standing.create([standing]);
      return true;
    } catch (error) {
      if ((error as { readonly code?: number }).code === DUPLICATE_KEY) return false;
      throw error;
    }
  }
}
