import { MongoCursors } from './mongo-cursors.js';
import { CODE, CommandFailed } from './mongo-failed.js';
import { checkIndexed, checkNamespace, indexed, type Indexes } from './mongo-indexes.js';
import { aggregated, type Doc, matches, projected, sorted } from './mongo-matching.js';
import { checkOptions } from './mongo-options.js';
import { checkStored, updated } from './mongo-updating.js';

export type Docs = ReadonlyMap<unknown, Doc>;
export type Collections = ReadonlyMap<string, Docs>;

/** Is told of each document before it is written, and of a whole collection before it goes. */
export type Touch = (place: string, id?: unknown) => void;

/** Collections in memory, and the commands on them that the adapter sends. Documents are replaced, never changed. */
export class MongoCommands {
  collections: Collections = new Map();
  touch: Touch = () => undefined;
  isWithin = false;
  readonly indexes = new Map<string, Indexes>();
  readonly cursors = new MongoCursors();

  run(command: Doc): Doc {
    const [name = ''] = Object.keys(command);
    checkOptions(name, command);
    const act = this.acts[name];
    if (!act) throw new CommandFailed(CODE.CommandNotFound, `no such command: '${name}'`);
    return act(`${String(command['$db'])}.${String(command[name])}`, command);
  }

  private readonly acts: Readonly<Record<string, (place: string, command: Doc) => Doc>> = {
    ping: () => ({}),
    endSessions: () => ({}),
    killCursors: (_, { cursors }) => {
      this.cursors.kill(cursors as readonly unknown[]);
      return {};
    },
    create: (place) => {
      checkNamespace(place);
      if (this.collections.has(place)) throw new CommandFailed(CODE.NamespaceExists, `${place} exists`);
      this.put(place, new Map());
      return {};
    },
    createIndexes: (place, { indexes }) => {
      const docs = this.docsOf(place);
      this.indexes.set(
        place,
        indexed(this.indexes.get(place) ?? new Map(), indexes as readonly Doc[], docs.values()),
      );
      return {};
    },
    listCollections: (place, command) => {
      const database = `${String(command['$db'])}.`;
      const names = [...this.collections.keys()].filter((one) => one.startsWith(database));
      const found = names.map((one) => ({ name: one.slice(database.length), type: 'collection' }));
      return this.cursors.first(place, found, command);
    },
    drop: (place) => {
      if (!this.collections.has(place)) throw new CommandFailed(CODE.NamespaceNotFound, 'ns not found');
      this.drop((one) => one === place);
      return {};
    },
    dropDatabase: (_, { $db }) => {
      this.drop((place) => place.startsWith(`${String($db)}.`));
      return {};
    },
    find: (place, command) => {
      const { filter, sort, limit = 0, projection, skip } = command;
      if (skip) throw new Error('the double does not skip');
      const found = sorted(this.matching(place, filter as Doc), sort as Doc | undefined);
      const some = limit === 0 ? found : found.slice(0, limit as number);
      return this.cursors.first(
        place,
        some.map((doc) => projected(doc, projection as Doc | undefined)),
        command,
      );
    },
    getMore: (_, command) => this.cursors.next(Number(command['getMore']), command),
    aggregate: (place, command) =>
      this.cursors.first(
        place,
        aggregated(this.matching(place), command['pipeline'] as readonly Doc[]),
        command,
      ),
    insert: (place, { documents, ordered }) => {
      let n = 0;
      const errors = each(documents as readonly Doc[], ordered, (document) => {
        this.insert(place, document);
        n += 1;
      });
      return { n, ...errors };
    },
    update: (place, { updates, ordered }) => this.update(place, updates as readonly Doc[], ordered),
    delete: (place, { deletes, ordered }) => {
      let n = 0;
      const errors = each(deletes as readonly Doc[], ordered, ({ q, limit }) => {
        for (const doc of this.matching(place, q as Doc).slice(0, limit === 1 ? 1 : undefined)) {
          this.remove(place, doc);
          n += 1;
        }
      });
      return { n, ...errors };
    },
    findAndModify: (place, { query, update, upsert, remove, sort, new: after, fields }) => {
      const [before] = sorted(this.matching(place, query as Doc), sort as Doc | undefined);
      if (remove && before) this.remove(place, before);
      const made =
        remove || !(before ?? upsert) ? undefined : updated(before, update as Doc, equalsIn(query as Doc));
      if (before && made) this.set(place, made);
      else if (made) this.insert(place, made);
      const shown = after ? made : before;
      return {
        value: shown ? projected(shown, fields as Doc | undefined) : null,
        lastErrorObject: { n: (made ?? (remove && before)) ? 1 : 0, updatedExisting: before !== undefined },
      };
    },
  };

  private update(place: string, updates: readonly Doc[], ordered: unknown): Doc {
    let [n, nModified] = [0, 0];
    const upserted: Doc[] = [];
    const errors = each(updates, ordered, ({ q, u, upsert, multi }, index) => {
      const all = this.matching(place, q as Doc);
      for (const found of multi === true ? all : all.slice(0, 1)) {
        this.set(place, updated(found, u as Doc, {}));
        nModified += 1;
        n += 1;
      }
      if (all.length > 0 || !upsert) return;
      const made = updated(undefined, u as Doc, equalsIn(q as Doc));
      this.insert(place, made);
      upserted.push({ index, _id: made['_id'] });
      n += 1;
    });
    return { n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...errors };
  }

  private matching(place: string, filter: Doc = {}): readonly Doc[] {
    return [...(this.collections.get(place)?.values() ?? [])].filter((doc) => matches(doc, filter));
  }

  private insert(place: string, document: Doc): void {
    const taken = this.collections.get(place)?.has(document['_id']);
    this.touch(place, document['_id']);
    if (taken) throw new CommandFailed(CODE.DuplicateKey, `E11000 duplicate key error collection: ${place}`);
    this.set(place, document);
  }

  private set(place: string, document: Doc): void {
    checkStored(document);
    checkIndexed(this.indexes.get(place) ?? new Map(), document);
    this.touch(place, document['_id']);
    this.put(place, new Map(this.docsOf(place)).set(document['_id'], document));
  }

  private remove(place: string, { _id }: Doc): void {
    this.touch(place, _id);
    const rest = new Map(this.collections.get(place));
    rest.delete(_id);
    this.put(place, rest);
  }

  /** A collection that is written to is made, but not within a transaction that reads as of one moment. */
  private docsOf(place: string): Docs {
    const there = this.collections.get(place);
    if (there) return there;
    checkNamespace(place);
    if (this.isWithin)
      throw new CommandFailed(
        CODE.OperationNotSupportedInTransaction,
        `cannot create ${place} in a transaction`,
      );
    this.put(place, new Map());
    return this.docsOf(place);
  }

  private drop(isDropped: (place: string) => boolean): void {
    const gone = [...this.collections.keys()].filter(isDropped);
    for (const place of gone) this.touch(place);
    for (const place of gone) this.indexes.delete(place);
    this.collections = new Map([...this.collections].filter(([place]) => !isDropped(place)));
    this.cursors.dropped(isDropped);
  }

  private put(place: string, docs: Docs): void {
    this.collections = new Map(this.collections).set(place, docs);
  }
}

/** Does each and tells which could not be done; in order, nothing is done after the first. */
const each = (parts: readonly Doc[], ordered: unknown, act: (part: Doc, index: number) => void): Doc => {
  const writeErrors: Doc[] = [];
  for (const [index, part] of parts.entries())
    try {
      act(part, index);
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      if (error.labels.length > 0) throw error;
      writeErrors.push({ index, code: error.code, errmsg: error.message });
      if (ordered !== false) break;
    }
  return writeErrors.length > 0 ? { writeErrors } : {};
};

/** What a filter says a document that it does not find would have. */
const equalsIn = (filter: Doc): Doc =>
  Object.fromEntries(
    Object.entries(filter).filter(
      ([key, value]) => !key.includes('.') && (typeof value !== 'object' || value === null),
    ),
  );
