import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { KeyId, PersonId } from '@redress/contracts/values';
import { keepsKeys } from '@redress/sealing/key-ring.conformance';
import { KeysUnavailable } from '@redress/sealing/key-ring';
import { LocalMasterKeys, newMasterKey } from '@redress/sealing/local-master-keys';
import { SqliteKeyRing } from './sqlite-key-ring.js';

const master = newMasterKey();
const person = randomUUID() as string as PersonId;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-keys-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const ringOf = (...masters: readonly string[]): SqliteKeyRing =>
  new SqliteKeyRing(folder, new LocalMasterKeys(masters.join('\n'), 'here'));

const withRing = async <Result>(ring: SqliteKeyRing, act: (ring: SqliteKeyRing) => Promise<Result>) => {
  try {
    return await act(ring);
  } finally {
    ring.close();
  }
};

const sealingKey = async (ring: SqliteKeyRing, of = person) => {
  const key = (await ring.toSeal([of])).get(of);
  if (!key || key === 'erased') throw new Error('there must be a key');
  return { id: key.id, bytes: key.key.export().toString('hex') };
};
const openingKey = async (ring: SqliteKeyRing, id: KeyId) => {
  const key = (await ring.toOpen([id])).get(id);
  return key === 'erased' ? key : key?.export().toString('hex');
};

describe('keys in SQLite', () => {
  keepsKeys(
    () => Promise.resolve(ringOf(master)),
    (ring) => {
      (ring as SqliteKeyRing).close();
      return Promise.resolve();
    },
  );
});

it('keeps them for its owner alone, and none of them as it is', async () => {
  await withRing(ringOf(master), async (ring) => {
    const { bytes } = await sealingKey(ring);
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      expect([name, statSync(file).mode & 0o077]).toEqual([name, 0]);
      expect(readFileSync(file).includes(Buffer.from(bytes, 'hex'))).toBe(false);
    }
  });
});

it('keeps them when it is opened again, and knows nothing without the master key', async () => {
  const key = await withRing(ringOf(master), (ring) => sealingKey(ring));
  await withRing(ringOf(master), async (ring) => {
    expect(await sealingKey(ring)).toEqual(key);
  });
  await withRing(ringOf(newMasterKey()), async (ring) => {
    await expect(ring.toOpen([key.id])).rejects.toBeInstanceOf(KeysUnavailable);
    await expect(ring.toSeal([person])).rejects.toBeInstanceOf(KeysUnavailable);
  });
});

it('puts them under a new master key, after which the old one may go', async () => {
  const next = newMasterKey();
  const others = Array.from({ length: 1_200 }, () => randomUUID() as string as PersonId);
  const key = await withRing(ringOf(master), async (ring) => {
    await ring.toSeal(others);
    await ring.erase(others[0] ?? person);
    return sealingKey(ring);
  });
  await withRing(ringOf(master, next), async (ring) => {
    expect(await ring.rewrap()).toBe(1_200);
    expect(await ring.rewrap()).toBe(0);
  });
  await withRing(ringOf(next), async (ring) => {
    expect(await openingKey(ring, key.id)).toBe(key.bytes);
    expect([...(await ring.toSeal(others)).values()].filter((one) => one === 'erased')).toHaveLength(1);
  });
});

describe('whoever was erased', () => {
  it('is nowhere in the files, not even as a wrapped key', async () => {
    await withRing(ringOf(master), async (ring) => {
      const before = new Set(wrappedIn(folder));
      await sealingKey(ring);
      const wrapped = wrappedIn(folder).filter((one) => !before.has(one));
      expect(wrapped).toHaveLength(1);
      await ring.erase(person);
      expect(wrappedIn(folder)).toEqual([...before]);
      for (const name of readdirSync(folder))
        expect(readFileSync(join(folder, name)).includes(Buffer.from(wrapped[0] ?? '', 'hex'))).toBe(false);
    });
  });

  it('stays erased when an old copy of the keys is put back', async () => {
    const later = randomUUID() as string as PersonId;
    const key = await withRing(ringOf(master), (ring) => sealingKey(ring));
    copyFileSync(join(folder, 'keys.sqlite'), join(folder, 'copy'));
    const second = await withRing(ringOf(master), async (ring) => {
      const made = await sealingKey(ring, later);
      await ring.erase(person);
      await ring.erase(later);
      return made;
    });
    copyFileSync(join(folder, 'copy'), join(folder, 'keys.sqlite'));
    await withRing(ringOf(master), async (ring) => {
      for (const { id } of [key, second]) expect(await openingKey(ring, id)).toBe('erased');
      expect([...(await ring.toSeal([person, later])).values()]).toEqual(['erased', 'erased']);
    });
  });

  it('is erased once more at the next start when the last line was cut short, and all before it', async () => {
    const other = randomUUID() as string as PersonId;
    await withRing(ringOf(master), async (ring) => {
      await sealingKey(ring);
      await ring.erase(person);
      appendFileSync(join(folder, 'keys.erased'), `{"person":"${other}"`);
      await sealingKey(ring, other);
      await ring.erase(other);
    });
    await withRing(ringOf(master), async (ring) => {
      const erased = (await ring.erased()).map((one) => one.person);
      expect([...new Set(erased)]).toEqual([person, other]);
    });
  });
});

/** Every wrapped key in a copy of the files as they are just now. */
const wrappedIn = (from: string): readonly string[] => {
  const at = mkdtempSync(join(tmpdir(), 'redress-keys-'));
  try {
    for (const name of readdirSync(from)) copyFileSync(join(from, name), join(at, name));
    const db = new DatabaseSync(join(at, 'keys.sqlite'));
    const rows = db.prepare('SELECT hex(bytes) AS bytes FROM keys WHERE bytes IS NOT NULL').all();
    db.close();
    return (rows as { bytes: string }[]).map(({ bytes }) => bytes.toLowerCase());
  } finally {
    rmSync(at, { recursive: true });
  }
};
