import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PersonId, Position } from '@redress/contracts/values';
import { LocalMasterKeys, newMasterKey } from '@redress/sealing/local-master-keys';
import type { Roster } from '@redress/sealing/roster';
import { keepsNumbers } from '@redress/sealing/roster.conformance';
import { SqliteKeyRing } from './sqlite-key-ring.js';

const masters = new LocalMasterKeys(newMasterKey(), 'here');
const rings = new Set<SqliteKeyRing>();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-roster-'));
});
afterEach(() => {
  for (const ring of rings) ring.close();
  rings.clear();
  rmSync(folder, { recursive: true });
});

const ringIn = (where = folder): SqliteKeyRing => {
  const ring = new SqliteKeyRing(where, masters);
  rings.add(ring);
  return ring;
};
const anywhere = (): Promise<Roster> =>
  Promise.resolve(ringIn(mkdtempSync(join(folder, 'elsewhere-'))).roster);

describe('a roster in SQLite', () => {
  keepsNumbers(anywhere);
});

it('lets all who claim a number at once, from processes of their own, have the same person', async () => {
  const all = [ringIn(), ringIn(), ringIn()].map(({ roster }) => roster);
  const numbers = Array.from({ length: 50 }, (_, index) => `R${String(index)}`);
  for (const [index, number] of numbers.entries()) {
    const order = [...all.slice(index % 3), ...all.slice(0, index % 3)];
    const claimed = await Promise.all(order.map((roster) => roster.claim(number)));
    expect([number, new Set(claimed).size]).toEqual([number, 1]);
  }
});

it('still knows after a stop what was claimed before it', async () => {
  const person = await ringIn().roster.claim('R1');
  for (const ring of rings) ring.close();
  expect(await ringIn().roster.find('R1')).toBe(person);
});

describe('whoever is erased', () => {
  const number = 'R-8472-独一无二';

  it('leaves no way from the number, not in the bytes of the file, and is not recalled', async () => {
    const ring = ringIn();
    const person = await ring.roster.claim(number);
    await ring.toSeal([person]);
    await ring.erase(person);
    expect(await ring.roster.find(number)).toBeUndefined();
    await ring.roster.recall([{ rosterNumber: number, person }], '3' as Position);
    expect(await ring.roster.find(number)).toBeUndefined();
    for (const name of readdirSync(folder))
      expect([name, readFileSync(join(folder, name)).includes(number)]).toEqual([name, false]);
    expect(await ring.roster.claim(number)).not.toBe(person);
  });

  it('stays erased when an older copy of the roster is put back', async () => {
    const ring = ringIn();
    const person = await ring.roster.claim(number);
    ring.close();
    copyFileSync(join(folder, 'keys.sqlite'), join(folder, 'older'));
    const again = ringIn();
    await again.erase(person);
    again.close();
    copyFileSync(join(folder, 'older'), join(folder, 'keys.sqlite'));
    expect(await ringIn().roster.find(number)).toBeUndefined();
  });
});

it('is added to a file of keys from before there was one', async () => {
  const person = randomUUID() as string as PersonId;
  const before = ringIn();
  const [made] = [...(await before.toSeal([person])).values()];
  before.close();
  const file = new DatabaseSync(join(folder, 'keys.sqlite'));
  file.exec('DROP TABLE roster; DROP TABLE roster_read; PRAGMA user_version = 1');
  file.close();
  const after = ringIn();
  expect(await after.roster.claim('R1')).toEqual(expect.any(String));
  expect([...(await after.toSeal([person])).values()]).toMatchObject([
    { id: made === 'erased' ? '' : made?.id },
  ]);
});
