import { existsSync } from 'node:fs';
import type { PersonId } from '@redress/contracts/values';
import type { Tombstone } from '@redress/sealing/key-shelf';
import { Tombstones } from '@redress/store-sqlite/tombstones';
import { writeDurably } from '../backup/files.js';
import { OperationFailed } from '../operation-failed.js';

/** Who was erased according to any of these files: it only grows. */
export const erasedIn = (files: readonly string[]): ReadonlyMap<PersonId, Tombstone> => {
  const all = new Map<PersonId, Tombstone>();
  for (const file of files)
    for (const one of new Tombstones(file).all()) all.set(one.person, joined(one, all));
  return all;
};

const joined = ({ person, keys }: Tombstone, all: ReadonlyMap<PersonId, Tombstone>): Tombstone => ({
  person,
  keys: [...new Set([...(all.get(person)?.keys ?? []), ...keys])],
});

export const writeErased = (file: string, erased: readonly Tombstone[]): void => {
  writeDurably(file, erased.map((one) => `${JSON.stringify(one)}\n`).join(''));
};

/** @throws OperationFailed */
export const requireThere = (files: readonly string[]): void => {
  const absent = files.find((file) => !existsSync(file));
  if (absent !== undefined) throw new OperationFailed(`${absent} is not there.`);
};
