import type { Database } from './connection.js';
import { upserting } from './twice.js';

type Agreement = { readonly _id: string; readonly value: string };

/** What the first of all who said something under a name has said, durably. */
export const agreed = async (database: Database, name: string, value: string): Promise<string> => {
  const agreements = () => database.mongo.collection<Agreement>('agreed');
  for (;;) {
    const found = await database.call(() => agreements().findOne({ _id: name }));
    if (found) return found.value;
    const update = { $setOnInsert: { value } };
    await database.call(() =>
      upserting(() => agreements().updateOne({ _id: name }, update, { upsert: true })),
    );
  }
};
