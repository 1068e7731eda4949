import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { KeyId, PersonId } from '@redress/contracts/values';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import type { NewKey } from '@redress/sealing/key-shelf';
import type { Numbered } from '@redress/sealing/roster';
import type { Database } from '@redress/store-mongo/connection';
import { MongoKeyShelf } from '@redress/store-mongo/mongo-key-shelf';
import { handedOn } from '@redress/store-sqlite/handed-on';
import { SqliteKeyShelf } from '@redress/store-sqlite/sqlite-key-shelf';
import { Tombstones } from '@redress/store-sqlite/tombstones';

const AT_ONCE = 500;
const TABLES = ['keys', 'roster', 'roster_read', 'erased'];

type Row = { id: KeyId; person: PersonId; master: string; bytes: Uint8Array | null };

/**
 * Takes the keys and the roster of `keys.sqlite` in a folder over into MongoDB, if there is one, and destroys it there; and whoever
 * is in its `keys.erased`, which stays, is erased in MongoDB as well. Whoever is erased on either side stays erased. Answers how
 * many keys those were.
 *
 * @throws StoreFault when somebody has another key in MongoDB, or the file is open elsewhere
 */
export const keysTakenOver = async (folder: string, database: Database): Promise<number> => {
  const shelf = new MongoKeyShelf(database);
  await erase(shelf, new Tombstones(join(folder, 'keys.erased')).all());
  const file = join(folder, 'keys.sqlite');
  if (!existsSync(file)) return 0;
  // Whatever format it has, it has that of today afterwards.
  new SqliteKeyShelf(folder).close();
  return handedOn(file, TABLES, (db) => handOver(db, shelf));
};

const handOver = async (db: DatabaseSync, shelf: MongoKeyShelf): Promise<number> => {
  const rows = db.prepare('SELECT id, person, master, bytes FROM keys ORDER BY person').all() as Row[];
  const ofPerson = new Map<PersonId, KeyId[]>();
  for (const { id, person } of rows) ofPerson.set(person, [...(ofPerson.get(person) ?? []), id]);
  const erased = db.prepare('SELECT person FROM erased').all() as { person: PersonId }[];
  await erase(
    shelf,
    erased.map(({ person }) => ({ person, keys: ofPerson.get(person) ?? [] })),
  );
  const keys = rows.flatMap(({ id, person, master, bytes }): NewKey[] =>
    bytes ? [{ id, person, wrapped: { master, bytes } }] : [],
  );
  for (let at = 0; at < keys.length; at += AT_ONCE) await put(shelf, keys.slice(at, at + AT_ONCE));
  const numbers = db.prepare('SELECT number AS rosterNumber, person FROM roster').all();
  for (let at = 0; at < numbers.length; at += AT_ONCE)
    await shelf.roster.keep(numbers.slice(at, at + AT_ONCE) as Numbered[]);
  return keys.length;
};

const put = async (shelf: MongoKeyShelf, keys: readonly NewKey[]): Promise<void> => {
  await shelf.add(keys);
  const current = await shelf.current(keys.map(({ person }) => person));
  for (const { id, person } of keys) {
    const found = current.get(person);
    if (found === 'erased') await shelf.destroy(person, [id]);
    else if (found?.id !== id)
      throw new StoreFault(
        `key ${id} is in keys.sqlite, and in MongoDB somebody has another: neither was changed`,
      );
  }
};

const erase = async (
  shelf: MongoKeyShelf,
  gone: readonly { readonly person: PersonId; readonly keys: readonly KeyId[] }[],
): Promise<void> => {
  if (gone.length === 0) return;
  const known = new Map((await shelf.erased()).map(({ person, keys }) => [person, keys]));
  for (const { person, keys } of gone)
    if (!keys.every((id) => known.get(person)?.includes(id)) || !known.has(person))
      await shelf.destroy(person, keys);
};
