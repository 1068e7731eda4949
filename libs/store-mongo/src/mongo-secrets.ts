import { randomUUID } from 'node:crypto';
import type { PersonId } from '@redress/contracts/values';
import type { Clock } from '@redress/eventsourcing/clock';
import {
  type AnyKinds,
  type Kept,
  keptIn,
  rowOf,
  type SecretRow,
  SecretStore,
} from '@redress/sealing/secret-store';
import type { Collection } from 'mongoose';
import type { Database } from './connection.js';
import { isTaken, upserting } from './twice.js';

/** `rev` is another with each write: who replaces or removes says which one was read. Who never expires does so after `~`. */
type SecretDocument = {
  readonly _id: string;
  readonly kind: string;
  readonly id: string;
  readonly person: PersonId | null;
  readonly value: string;
  readonly expires: string;
  readonly rev: string;
};

const NEVER = '~';
const PAGE = 1_000;

const placeOf = (kind: string, id: string): string => `${kind} ${id}`;

/**
 * Secrets in a database that all copies of a service share. What must happen once is decided by one write to one document,
 * which says what it goes by; whoever comes second finds something else there.
 */
export class MongoSecrets<Kinds extends AnyKinds> extends SecretStore<Kinds> {
  private constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** @throws StoreFault when nobody answers. */
  static async opened<Kinds extends AnyKinds>(
    database: Database,
    clock: Clock,
  ): Promise<MongoSecrets<Kinds>> {
    const store = new MongoSecrets<Kinds>(database, clock);
    await database.call(() => store.secrets.createIndex({ person: 1, kind: 1 }, {}, {}));
    await database.call(() => store.secrets.createIndex({ expires: 1 }, {}, {}));
    await database.call(() => store.secrets.createIndex({ kind: 1 }, {}, {}));
    return store;
  }

  override add<K extends keyof Kinds & string>(kind: K, kept: Kept<Kinds[K]>): Promise<boolean> {
    return this.added(rowOf(kind, kept));
  }

  override async find<K extends keyof Kinds & string>(
    kind: K,
    id: string,
  ): Promise<Kept<Kinds[K]> | undefined> {
    const document = await this.document(kind, id);
    return document && keptIn<Kinds[K]>(rowIn(document));
  }

  override async ofPerson<K extends keyof Kinds & string>(
    kind: K,
    person: PersonId,
  ): Promise<readonly Kept<Kinds[K]>[]> {
    const filter = { person: String(person), kind, expires: { $gt: this.clock.now() } };
    const found = await this.database.call(() =>
      this.secrets
        .find(filter as object)
        .sort({ _id: 1 })
        .toArray(),
    );
    return found.map((document) => keptIn<Kinds[K]>(rowIn(document)));
  }

  override async put<K extends keyof Kinds & string>(kind: K, kept: Kept<Kinds[K]>): Promise<void> {
    await this.placed(rowOf(kind, kept));
  }

  /** With another id the new one comes first: its secret is known to nobody before this resolves. */
  override async change<K extends keyof Kinds & string>(
    kind: K,
    id: string,
    change: (kept: Kept<Kinds[K]>) => Kept<Kinds[K]> | undefined,
  ): Promise<boolean> {
    for (;;) {
      const before = await this.document(kind, id);
      const after = before && change(keptIn<Kinds[K]>(rowIn(before)));
      if (!after) return false;
      if (after.id === id) {
        if (await this.replaced(before, documentOf(rowOf(kind, after)))) return true;
        continue;
      }
      await this.placed(rowOf(kind, after));
      if (await this.removed(before)) return true;
      await this.database.call(() => this.secrets.deleteOne({ _id: placeOf(kind, after.id) }));
    }
  }

  override async take<K extends keyof Kinds & string>(
    kind: K,
    id: string,
  ): Promise<Kept<Kinds[K]> | undefined> {
    for (;;) {
      const document = await this.document(kind, id);
      if (!document) return undefined;
      if (await this.removed(document)) return keptIn<Kinds[K]>(rowIn(document));
    }
  }

  override async removeAll(kinds: readonly (keyof Kinds & string)[], person: PersonId): Promise<number> {
    const filter: object = { person: String(person), kind: { $in: kinds } };
    return (await this.database.call(() => this.secrets.deleteMany(filter))).deletedCount;
  }

  override async clear(kind: keyof Kinds & string): Promise<void> {
    await this.database.call(() => this.secrets.deleteMany({ kind }));
  }

  override async prune(): Promise<void> {
    await this.database.call(() => this.secrets.deleteMany({ expires: { $lte: this.clock.now() } }));
  }

  override close(): Promise<void> {
    return this.database.close();
  }

  /** As it lies here: for who brings it from elsewhere. What is here already stays. */
  async added(row: SecretRow): Promise<boolean> {
    const document = documentOf(row);
    const { _id, rev } = document;
    try {
      await this.database.call(() => this.secrets.insertOne(document).catch(unlessTaken));
    } catch (error) {
      if (!(error instanceof Taken)) throw error;
      const filter = { _id, expires: { $lte: this.clock.now() } };
      const { matchedCount } = await this.database.call(() => this.secrets.replaceOne(filter, document));
      if (matchedCount === 0) return (await this.byPlace(_id))?.rev === rev;
    }
    return true;
  }

  /** All there is, what has expired as well, a thousand at a time. */
  static async *allIn(database: Database): AsyncIterable<readonly SecretRow[]> {
    for (let after = ''; ;) {
      const filter = { _id: { $gt: after } };
      const page = await database.call(() =>
        secretsIn(database).find(filter).sort({ _id: 1 }).limit(PAGE).toArray(),
      );
      const last = page.at(-1);
      if (!last) return;
      yield page.map(rowIn);
      after = last._id;
    }
  }

  private async placed(row: SecretRow): Promise<void> {
    const { _id, ...document } = documentOf(row);
    await this.database.call(() =>
      upserting(() => this.secrets.updateOne({ _id }, { $set: document }, { upsert: true })),
    );
  }

  /** The driver may send it twice where the first answer was lost; the second finds what the first wrote. */
  private async replaced(before: SecretDocument, after: SecretDocument): Promise<boolean> {
    const { _id, rev } = before;
    const { matchedCount } = await this.database.call(() => this.secrets.replaceOne({ _id, rev }, after));
    return matchedCount > 0 || (await this.byPlace(_id))?.rev === after.rev;
  }

  /** Sent twice by the driver, the second finds nothing: then it is nobody's, which is safe. */
  private async removed({ _id, rev }: SecretDocument): Promise<boolean> {
    return (await this.database.call(() => this.secrets.deleteOne({ _id, rev }))).deletedCount > 0;
  }

  private document(kind: string, id: string): Promise<SecretDocument | undefined> {
    return this.byPlace(placeOf(kind, id), { expires: { $gt: this.clock.now() } });
  }

  private async byPlace(_id: string, more: object = {}): Promise<SecretDocument | undefined> {
    return (await this.database.call(() => this.secrets.findOne({ _id, ...more }))) ?? undefined;
  }

  private get secrets(): Collection<SecretDocument> {
    return secretsIn(this.database);
  }
}

const secretsIn = ({ mongo }: Database): Collection<SecretDocument> =>
  mongo.collection<SecretDocument>('secrets');

const documentOf = ({ expires, ...row }: SecretRow): SecretDocument => ({
  _id: placeOf(row.kind, row.id),
  ...row,
  expires: expires ?? NEVER,
  rev: randomUUID(),
});

const rowIn = ({ kind, id, person, value, expires }: SecretDocument): SecretRow => ({
  ...{ kind, id, person, value },
  expires: expires === NEVER ? null : expires,
});

class Taken extends Error {}

const unlessTaken = (error: unknown): never => {
  throw isTaken(error) ? new Taken() : error;
};
