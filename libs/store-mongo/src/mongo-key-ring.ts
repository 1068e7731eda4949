import { KeptKeyRing } from '@redress/sealing/kept-key-ring';
import type { MasterKeys } from '@redress/sealing/master-keys';
import type { Database } from './connection.js';
import { MongoKeyShelf } from './mongo-key-shelf.js';

/** The keys of people, each under a master key, and who was erased, in a database of their own. */
export class MongoKeyRing extends KeptKeyRing {
  private constructor(masters: MasterKeys, shelf: MongoKeyShelf) {
    super(masters, shelf, shelf.roster);
  }

  /** @throws StoreFault when nobody answers. */
  static async opened(database: Database, masters: MasterKeys): Promise<MongoKeyRing> {
    const shelf = new MongoKeyShelf(database);
    await shelf.prepare();
    return new MongoKeyRing(masters, shelf);
  }
}
