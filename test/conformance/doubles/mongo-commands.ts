import { aggregated, type Doc, matches, sorted, updated } from './mongo-matching.js';

type Docs = ReadonlyMap<unknown, Doc>;

const DUPLICATE_KEY = 11000;
const NO_SUCH_COLLECTION = 26;

export class CommandFailed extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** Collections in memory, and the commands on them that the adapter sends. Documents are replaced, never changed. */
export class MongoCommands {
  collections: ReadonlyMap<string, Docs> = new Map();

  run(command: Doc): Doc {
    const [name = ''] = Object.keys(command);
    const act = this.acts[name];
    if (!act) throw new CommandFailed(59, `the double does not know ${name}`);
    return act(`${String(command['$db'])}.${String(command[name])}`, command);
  }

  private readonly acts: Readonly<Record<string, (place: string, command: Doc) => Doc>> = {
    ping: () => ({}),
    endSessions: () => ({}),
    killCursors: () => ({}),
    create: (place) => {
      if (this.collections.has(place)) throw new CommandFailed(48, 'it exists');
      this.put(place, new Map());
      return {};
    },
    createIndexes: () => ({}),
    drop: (place) => {
      if (!this.collections.has(place)) throw new CommandFailed(NO_SUCH_COLLECTION, 'ns not found');
      const rest = new Map(this.collections);
      rest.delete(place);
      this.collections = rest;
      return {};
    },
    dropDatabase: (_, { $db }) => {
      const rest = [...this.collections].filter(([place]) => !place.startsWith(`${String($db)}.`));
      this.collections = new Map(rest);
      return {};
    },
    find: (place, { filter, sort, limit = 0 }) => {
      const found = sorted(this.matching(place, filter as Doc), sort as Doc | undefined);
      return batch(place, limit === 0 ? found : found.slice(0, limit as number));
    },
    aggregate: (place, { pipeline }) =>
      batch(place, aggregated(this.matching(place, {}), pipeline as readonly Doc[])),
    insert: (place, { documents }) => {
      const errors = (documents as readonly Doc[]).flatMap((document, index) =>
        this.insert(place, document) ? [] : [duplicate(index)],
      );
      return { n: (documents as readonly Doc[]).length - errors.length, ...written(errors) };
    },
    update: (place, { updates }) => this.update(place, updates as readonly Doc[]),
    delete: (place, { deletes }) => {
      let n = 0;
      for (const { q, limit } of deletes as readonly Doc[])
        for (const doc of this.matching(place, q as Doc).slice(0, limit === 1 ? 1 : undefined)) {
          this.remove(place, doc);
          n += 1;
        }
      return { n };
    },
    findAndModify: (place, { query, update, upsert, new: after }) => {
      const [before] = this.matching(place, query as Doc);
      const document = before || upsert ? updated(before ?? idIn(query as Doc), update as Doc) : undefined;
      const isNew = !before && document !== undefined;
      const inserted = isNew ? updated(undefined, update as Doc) : undefined;
      const made = document && { ...inserted, ...document };
      if (made) this.set(place, made);
      return {
        value: (after ? made : before) ?? null,
        lastErrorObject: { n: made ? 1 : 0, updatedExisting: before !== undefined },
      };
    },
  };

  private update(place: string, updates: readonly Doc[]): Doc {
    let [n, nModified] = [0, 0];
    const upserted: Doc[] = [];
    const errors: Doc[] = [];
    for (const [index, { q, u, upsert }] of updates.entries()) {
      const [found] = this.matching(place, q as Doc);
      if (found) {
        this.set(place, updated(found, u as Doc));
        nModified += 1;
        n += 1;
      } else if (upsert) {
        const made = { ...idIn(q as Doc), ...updated(undefined, u as Doc) };
        if (this.insert(place, made)) {
          upserted.push({ index, _id: made['_id'] });
          n += 1;
        } else errors.push(duplicate(index));
      }
    }
    return { n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...written(errors) };
  }

  private matching(place: string, filter: Doc = {}): readonly Doc[] {
    return [...(this.collections.get(place)?.values() ?? [])].filter((doc) => matches(doc, filter));
  }

  private insert(place: string, document: Doc): boolean {
    if (this.collections.get(place)?.has(document['_id'])) return false;
    this.set(place, document);
    return true;
  }

  private set(place: string, document: Doc): void {
    this.put(place, new Map(this.collections.get(place)).set(document['_id'], document));
  }

  private remove(place: string, { _id }: Doc): void {
    const rest = new Map(this.collections.get(place));
    rest.delete(_id);
    this.put(place, rest);
  }

  private put(place: string, docs: Docs): void {
    this.collections = new Map(this.collections).set(place, docs);
  }
}

const batch = (ns: string, firstBatch: readonly Doc[]): Doc => ({ cursor: { id: 0n, ns, firstBatch } });

const duplicate = (index: number): Doc => ({ index, code: DUPLICATE_KEY, errmsg: 'E11000 duplicate key' });

const written = (errors: readonly Doc[]): Doc => (errors.length > 0 ? { writeErrors: errors } : {});

const idIn = ({ _id }: Doc): Doc => ({ _id });
