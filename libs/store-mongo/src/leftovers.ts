import mongoose from 'mongoose';
import type { Database } from './connection.js';
import { generationsOf, type Models } from './models.js';

/** Longer than it takes from making a collection to saying whose it is. */
const OLD_SECONDS = 3_600;

/** Drops rows of a model that nobody names: whoever made or replaced them ended before they were cleared away. */
export const sweep = async ({ mongo }: Database, models: Models, name: string): Promise<void> => {
  const beginning = generationsOf({ name });
  const before = mongoose.mongo.ObjectId.createFromTime(Date.now() / 1_000 - OLD_SECONDS).toHexString();
  const isOld = (generation: string): boolean =>
    generation.startsWith(beginning) &&
    mongoose.mongo.ObjectId.isValid(generation.slice(beginning.length)) &&
    generation.slice(beginning.length) < before;
  const collections = (await mongo.listCollections()).map((collection) => collection.name).filter(isOld);
  if (collections.length === 0) return;
  const { generation: inUse, successor } = (await models.of(name)) ?? {};
  for (const generation of collections)
    if (generation !== inUse && generation !== successor) {
      await models.standing.deleteOne({ _id: `${name}~${generation}` });
      await models.dropRows(generation);
    }
};
