import { randomUUID } from 'node:crypto';
import { type PersonId, type Position, START } from '@redress/contracts/values';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { type Numbered, Roster } from '@redress/sealing/roster';
import type { Collection } from 'mongoose';
import type { Database } from './connection.js';
import { upserting } from './twice.js';

type NumberDocument = { readonly _id: string; readonly person: PersonId };
type ReadDocument = { readonly _id: 'log'; readonly upTo: Position };

/** Beside the keys. Who was erased is asked after something was written: who erases marks first, and takes away then. */
export class MongoRoster extends Roster {
  constructor(
    private readonly database: Database,
    private readonly erasedOf: (persons: readonly PersonId[]) => Promise<readonly PersonId[]>,
  ) {
    super();
  }

  async prepare(): Promise<void> {
    await this.database.call(() => this.numbers.createIndex({ person: 1 }, {}, {}));
  }

  override async find(rosterNumber: string): Promise<PersonId | undefined> {
    const found = await this.database.call(() => this.numbers.findOne({ _id: rosterNumber }));
    return found?.person;
  }

  /** Only what was read is answered: of many who claim at once one is written. */
  override async claim(rosterNumber: string): Promise<PersonId> {
    for (;;) {
      const known = await this.find(rosterNumber);
      if (known !== undefined) return known;
      await this.put([{ rosterNumber, person: randomUUID() as string as PersonId }], '$setOnInsert');
    }
  }

  override async recall(found: readonly Numbered[], upTo: Position): Promise<void> {
    const persons = [...new Set(found.map(({ person }) => person))];
    const before = new Set(await this.erasedOf(persons));
    const last = new Map(
      found.filter(({ person }) => !before.has(person)).map((one) => [one.rosterNumber, one]),
    );
    await this.put([...last.values()], '$set');
    const meanwhile = (await this.erasedOf(persons)).filter((person) => !before.has(person));
    for (const person of meanwhile) await this.forget(person);
    // Somebody else may have had the number by then, and is found when the log is read once more.
    if (meanwhile.length > 0) throw new StoreFault('somebody was erased while the log was read');
    await this.database.call(() =>
      upserting(() => this.read.updateOne({ _id: 'log' }, { $set: { upTo } }, { upsert: true })),
    );
  }

  override async readUpTo(): Promise<Position> {
    return (await this.database.call(() => this.read.findOne({ _id: 'log' })))?.upTo ?? START;
  }

  async forget(person: PersonId): Promise<void> {
    await this.database.call(() => this.numbers.deleteMany({ person }));
  }

  /** Numbers of elsewhere; one that is somebody's here stays so. */
  async keep(numbers: readonly Numbered[]): Promise<void> {
    const persons = numbers.map(({ person }) => person);
    await this.put(numbers, '$setOnInsert');
    for (const person of await this.erasedOf(persons)) await this.forget(person);
  }

  /** Of everybody, for a backup. */
  async all(): Promise<readonly Numbered[]> {
    const found = await this.database.call(() => this.numbers.find({}).toArray());
    return found.map(({ _id, person }) => ({ rosterNumber: _id, person }));
  }

  private async put(numbers: readonly Numbered[], how: '$set' | '$setOnInsert'): Promise<void> {
    if (numbers.length === 0) return;
    const writes = numbers.map(({ rosterNumber, person }) => ({
      updateOne: { filter: { _id: rosterNumber }, update: { [how]: { person } }, upsert: true },
    }));
    await this.database.call(() => upserting(() => this.numbers.bulkWrite(writes, { ordered: false })));
  }

  private get numbers(): Collection<NumberDocument> {
    return this.database.mongo.collection<NumberDocument>('roster');
  }

  private get read(): Collection<ReadDocument> {
    return this.database.mongo.collection<ReadDocument>('roster_read');
  }
}
