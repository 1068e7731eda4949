import { KeptKeyRing } from '@redress/sealing/kept-key-ring';
import type { MasterKeys } from '@redress/sealing/master-keys';
import { SqliteKeyShelf } from './sqlite-key-shelf.js';

/**
 * The keys of people in a file of their own, `keys.sqlite`, each under a master key; and who was erased in another,
 * `keys.erased`. Whoever is in the latter is erased whatever the former says.
 */
export class SqliteKeyRing extends KeptKeyRing {
  /** @throws StoreFault when the file cannot be used. */
  constructor(
    folder: string,
    masters: MasterKeys,
    private readonly files = new SqliteKeyShelf(folder),
  ) {
    super(masters, files, files.roster);
  }

  override close(): void {
    this.files.close();
  }
}
