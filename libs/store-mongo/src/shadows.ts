import { START } from '@redress/contracts/values';
import type { AnyProjection } from '@redress/read-models/projection';
import type { Shadow } from '@redress/read-models/read-models';
import type { Applying } from './applying.js';
import type { Database } from './connection.js';
import { sweep } from './leftovers.js';
import type { Models, Standing } from './models.js';

/**
 * Copies of models that are being made anew, each in a collection of its own. The document of the model names the one that
 * may take its place: whatever a write that was lost on the way does later, it does only while that is so.
 */
export class Shadows {
  constructor(
    private readonly database: Database,
    private readonly models: Models,
    private readonly applying: Applying,
    private readonly moved: (name: string) => void,
  ) {}

  async of(model: AnyProjection): Promise<Shadow> {
    const { _id, generation } = await this.database.call(() => this.begin(model));
    const { name } = model;
    // Another rebuild of the same model begins with a shadow of its own, and this one is over.
    const ours = async (): Promise<Standing | null> =>
      (await this.models.of(name))?.successor === generation ? this.models.of(_id) : null;
    return {
      apply: (_, changes, from, upTo) =>
        this.database.call(async () => {
          const shadow = await ours();
          return shadow !== null && this.applying.apply(shadow, changes, from, upTo);
        }),
      positionOf: async () => (await this.database.call(ours))?.position ?? START,
      swap: async () => {
        const swapped = await this.database.call(async () => {
          const shadow = await ours();
          return shadow !== null && this.swap(name, shadow);
        });
        if (swapped) this.moved(name);
        return swapped;
      },
      drop: () => this.database.call(() => this.drop(name, { _id, generation })),
    };
  }

  private async begin(model: AnyProjection): Promise<Standing> {
    const { name } = model;
    await this.models.begun(model);
    const made = await this.models.make(model);
    const shadow = { _id: `${name}~${made.generation}`, ...made };
    await this.models.standing.create([shadow]);
    const before = await this.models.standing
      .findOneAndUpdate({ _id: name }, { $set: { successor: made.generation } }, { returnDocument: 'before' })
      .lean<Standing>()
      .exec();
    // What an interrupted rebuild left behind. Nothing can put it in the place of the rows in use any more.
    const { successor } = before ?? {};
    if (successor !== undefined) await this.remove({ _id: `${name}~${successor}`, generation: successor });
    await sweep(this.database, this.models, name).catch(() => undefined);
    return shadow;
  }

  /** One write to one document puts the new rows in the place of the others. */
  private async swap(name: string, shadow: Standing): Promise<boolean> {
    const inUse = await this.models.of(name);
    if (!inUse || shadow.pending || shadow.position < inUse.position) return false;
    const { version, shape, position, generation } = shadow;
    const { matchedCount } = await this.models.standing.updateOne(
      { _id: name, generation: inUse.generation, position: inUse.position, successor: generation },
      { $set: { version, shape, position, generation }, $unset: { pending: 1, successor: 1 } },
    );
    // The driver may send it twice where the first answer was lost, and the second then finds nothing to do.
    if (matchedCount === 0 && (await this.models.of(name))?.generation !== generation) return false;
    // It is done; what cannot be cleared away now is by a later rebuild.
    await this.models.standing
      .deleteOne({ _id: shadow._id })
      .then(() => this.models.dropRows(inUse.generation))
      .catch(() => undefined);
    return true;
  }

  /** A swap of which nothing was heard may have been done, or may yet be until the model names no successor. */
  private async drop(name: string, shadow: Pick<Standing, '_id' | 'generation'>): Promise<void> {
    const { generation } = shadow;
    await this.models.standing.updateOne({ _id: name, successor: generation }, { $unset: { successor: 1 } });
    if ((await this.models.of(name))?.generation === generation)
      await this.models.standing.deleteOne({ _id: shadow._id });
    else await this.remove(shadow);
  }

  private async remove({ _id, generation }: Pick<Standing, '_id' | 'generation'>): Promise<void> {
    await this.models.standing.deleteOne({ _id });
    await this.models.dropRows(generation);
  }
}
