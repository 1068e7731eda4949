import { afterEach, beforeEach, expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonId } from '@redress/contracts/values';
import { OwnKeys } from '@redress/hosting/own-keys';
import { LocalMasterKeys, newMasterKey } from '@redress/sealing/local-master-keys';
import { SqliteKeyRing } from '@redress/store-sqlite/sqlite-key-ring';

const before = { ...process.env };
type Ring = OwnKeys['ring'];
type Was = {
  readonly one: PersonId;
  readonly erased: PersonId;
  readonly people: readonly PersonId[];
  readonly keys: Awaited<ReturnType<Ring['toSeal']>>;
};

/** Two data folders, of two machines, whose services are told by the environment to keep keys in MongoDB. */
export class KeysInFiles {
  readonly master = newMasterKey();
  folder = '';
  another = '';

  /** For each test of a file. */
  constructor(url: string) {
    beforeEach(() => {
      this.folder = mkdtempSync(join(tmpdir(), 'redress-taken-over-'));
      this.another = mkdtempSync(join(tmpdir(), 'redress-taken-over-'));
      process.env = {
        ...before,
        REDRESS_DATA: this.folder,
        REDRESS_MASTER_KEYS: this.master,
        REDRESS_MONGODB_URL: url,
        REDRESS_KEYS: 'mongodb',
      };
      this.elsewhere();
    });
    afterEach(() => {
      process.env = before;
      for (const folder of [this.folder, this.another]) rmSync(folder, { recursive: true });
    });
  }

  /** From now on in databases that nobody had before. */
  elsewhere(): void {
    process.env['REDRESS_MONGODB_PREFIX'] = `redress_test_${randomUUID().replaceAll('-', '')}`;
  }

  inFiles(): SqliteKeyRing {
    return new SqliteKeyRing(this.folder, new LocalMasterKeys(this.master, 'here'));
  }

  /** As the directory does it at its start. */
  async within<Result>(act: (ring: Ring) => Promise<Result>, data = this.folder): Promise<Result> {
    process.env['REDRESS_DATA'] = data;
    const own = await OwnKeys.opened();
    try {
      return await act(own.ring);
    } finally {
      await own.onApplicationShutdown();
      process.env['REDRESS_DATA'] = this.folder;
    }
  }

  /** In SQLite, as it was before: two people, and one who was erased. */
  async fill(): Promise<Was> {
    const ring = this.inFiles();
    const people = await Promise.all(['R1', 'R2', 'R3'].map((number) => ring.roster.claim(number)));
    const keys = await ring.toSeal(people);
    const [one, , erased] = people as [PersonId, PersonId, PersonId];
    await ring.erase(erased);
    ring.close();
    return { one, erased, people, keys };
  }
}

export const isAsItWas = async (ring: Ring, { one, erased, people, keys }: Was): Promise<void> => {
  const found = await ring.toSeal(people);
  expect(found.get(erased)).toBe('erased');
  for (const person of people.filter((person) => person !== erased))
    expect(found.get(person)).toEqual(keys.get(person));
  const lost = keys.get(erased);
  if (lost && lost !== 'erased') expect((await ring.toOpen([lost.id])).get(lost.id)).toBe('erased');
  expect([await ring.roster.find('R1'), await ring.roster.find('R3')]).toEqual([one, undefined]);
};
