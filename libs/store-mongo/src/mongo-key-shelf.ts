import type { KeyId, PersonId } from '@redress/contracts/values';
import { KeyShelf, type KeptKey, type NewKey, type Tombstone } from '@redress/sealing/key-shelf';
import type { Collection } from 'mongoose';
import type { Database } from './connection.js';
import { MongoRoster } from './mongo-roster.js';
import { upserting } from './twice.js';

const PAGE = 1_000;

/** All of a person in one document, so that each step is one write. Without bytes the key was destroyed. */
export type KeyDocument = {
  readonly _id: PersonId;
  readonly key?: KeyId;
  readonly master?: string;
  /** In base64. */
  readonly bytes?: string;
  readonly erased?: true;
  /** Destroyed as well: keys that were never here. */
  readonly others?: readonly KeyId[];
};

/** Keys, and the roster, in a database that all copies of the directory share. */
export class MongoKeyShelf extends KeyShelf {
  override readonly place = 'in MongoDB';
  readonly roster: MongoRoster;

  constructor(private readonly database: Database) {
    super();
    this.roster = new MongoRoster(database, (persons) => this.erasedOf(persons));
  }

  /** What is looked for has an index. Before anything else, and done again it changes nothing. */
  async prepare(): Promise<void> {
    await this.database.call(() => this.keys.createIndex({ key: 1 }, {}, {}));
    await this.database.call(() => this.keys.createIndex({ others: 1 }, {}, {}));
    await this.roster.prepare();
  }

  override async current(persons: readonly PersonId[]): Promise<ReadonlyMap<PersonId, KeptKey | 'erased'>> {
    const found = await this.found({ _id: { $in: [...new Set(persons)] } });
    const current = new Map<PersonId, KeptKey | 'erased'>();
    for (const document of found) {
      const key = document.erased ? 'erased' : keysIn(document)[0];
      if (key) current.set(document._id, key);
    }
    return current;
  }

  override async byId(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, KeptKey>> {
    const among = { $in: [...new Set(ids)] };
    const found = await this.found({ $or: [{ key: among }, { others: among }] });
    return new Map(found.flatMap(keysIn).map((key) => [key.id, key]));
  }

  override async add(keys: readonly NewKey[]): Promise<void> {
    if (keys.length === 0) return;
    const writes = keys.map(({ id, person, wrapped }) => ({
      updateOne: {
        filter: { _id: person },
        update: { $setOnInsert: { key: id, ...spelt(wrapped) } },
        upsert: true,
      },
    }));
    await this.database.call(() => upserting(() => this.keys.bulkWrite(writes, { ordered: false })));
  }

  override async idsOf(person: PersonId): Promise<readonly KeyId[]> {
    return (await this.found({ _id: String(person) })).flatMap(keysIn).map(({ id }) => id);
  }

  /** First nothing is opened any more; then the way from the number goes, which done again goes as well. */
  override async destroy(person: PersonId, named: readonly KeyId[] = []): Promise<void> {
    const [before] = await this.found({ _id: String(person) });
    const others = [...new Set([...(before?.others ?? []), ...named])].filter((id) => id !== before?.key);
    const update = { $set: { erased: true as const, others }, $unset: { master: 1, bytes: 1 } } as const;
    await this.database.call(() =>
      upserting(() => this.keys.updateOne({ _id: person }, update, { upsert: true })),
    );
    await this.roster.forget(person);
  }

  override async isErased(person: PersonId): Promise<boolean> {
    return (await this.erasedOf([person])).length > 0;
  }

  override async erased(): Promise<readonly Tombstone[]> {
    const found = await this.found({ erased: true });
    return found.map((document) => ({
      person: document._id,
      keys: keysIn(document).map(({ id }) => id),
    }));
  }

  override async notUnder(
    master: string,
    after: KeptKey | undefined,
    limit: number,
  ): Promise<readonly KeptKey[]> {
    const found = await this.page(after?.person, limit, { bytes: { $ne: null }, master: { $ne: master } });
    return found.flatMap(keysIn).filter(({ wrapped }) => wrapped !== undefined);
  }

  override async rewrap(keys: readonly NewKey[]): Promise<void> {
    if (keys.length === 0) return;
    const writes = keys.map(({ id, person, wrapped }) => ({
      updateOne: {
        filter: { _id: person, key: id, erased: { $ne: true as const } },
        update: { $set: spelt(wrapped) },
      },
    }));
    await this.database.call(() => this.keys.bulkWrite(writes, { ordered: false }));
  }

  override close(): Promise<void> {
    return this.database.close();
  }

  /** Everybody, a thousand at a time. */
  async *all(): AsyncIterable<readonly KeyDocument[]> {
    for (let after: PersonId | undefined; ;) {
      const page = await this.page(after, PAGE, {});
      after = page.at(-1)?._id;
      if (after === undefined) return;
      yield page;
    }
  }

  private async erasedOf(persons: readonly PersonId[]): Promise<readonly PersonId[]> {
    const found = await this.found({ _id: { $in: persons }, erased: true });
    return found.map(({ _id }) => _id);
  }

  private page(after: PersonId | undefined, limit: number, more: object): Promise<readonly KeyDocument[]> {
    const filter: object = { _id: { $gt: after ?? '' }, ...more };
    return this.database.call(() => this.keys.find(filter).sort({ _id: 1 }).limit(limit).toArray());
  }

  private found(filter: object): Promise<readonly KeyDocument[]> {
    return this.database.call(() => this.keys.find(filter).toArray());
  }

  private get keys(): Collection<KeyDocument> {
    return this.database.mongo.collection<KeyDocument>('keys');
  }
}

const spelt = ({ master, bytes }: NewKey['wrapped']) => ({
  master,
  bytes: Buffer.from(bytes).toString('base64'),
});

export const keysIn = ({ _id, key, master, bytes, others = [] }: KeyDocument): readonly KeptKey[] => {
  const destroyed = others.map((id) => ({ id, person: _id, wrapped: undefined }));
  if (key === undefined) return destroyed;
  const isThere = master !== undefined && bytes !== undefined;
  const wrapped = isThere ? { master, bytes: Buffer.from(bytes, 'base64') } : undefined;
  return [{ id: key, person: _id, wrapped }, ...destroyed];
};
