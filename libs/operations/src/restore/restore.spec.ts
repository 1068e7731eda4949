import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '@redress/eventsourcing/clock';
import { counted, numbersIn } from '@redress/eventsourcing/counted.examples';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';
import { SqliteKeyRing } from '@redress/store-sqlite/sqlite-key-ring';
import { MANIFEST, UNFINISHED } from '../backup/manifest.js';
import { takeBackup } from '../backup/take-backup.js';
import { ExampleData, newFolder, person } from '../data-folder.examples.js';
import { EMBEDDED } from '../engine.js';
import { restore } from './restore.js';

let data: ExampleData;
let folder: string;

beforeEach(() => {
  data = new ExampleData();
  folder = join(newFolder(), 'backup');
});

afterEach(() => {
  data.close();
});

const backedUp = (more: object = {}) =>
  takeBackup({ data: [data.folder], folder, engine: EMBEDDED, ...more });
const restored = async (more: object = {}) => {
  const into = newFolder();
  await restore({ folder, data: into, ...more });
  return into;
};
/** Another bit in the middle of a file of the backup. */
const damage = (path: string): void => {
  const file = join(folder, path);
  const bytes = readFileSync(file);
  const at = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
};

describe('a restore', () => {
  it('gives back the same data, which services go on with', async () => {
    await data.stores.intake.append('opinion-1', [counted(1), counted(2)], -1);
    const { services } = await backedUp();
    await data.stores.intake.append('opinion-1', [counted(3)], 1);
    const into = await restored();
    expect(readdirSync(into).toSorted()).toEqual([
      'intake.secret',
      'intake.sqlite',
      'keys.erased',
      'keys.sqlite',
      'operator.token',
      'rectification.sqlite',
    ]);
    const store = new SqliteEventStore(join(into, 'intake.sqlite'), new Clock());
    expect(numbersIn(await store.read('opinion-1'))).toEqual([1, 2]);
    expect(await store.last()).toBe(services[0]?.last);
    expect(await store.append('opinion-1', [counted(4)], 1)).toMatchObject({ revision: 2 });
    store.close();
  });

  it.each(['data/intake.sqlite', 'data/keys.sqlite', 'data/intake.secret'])(
    'names %s when a bit of it is another, and puts nothing in place',
    async (path) => {
      await data.causeAndEffect(1);
      await backedUp();
      damage(path);
      const into = newFolder();
      await expect(restore({ folder, data: into })).rejects.toThrow(`${path} is damaged`);
      expect(readdirSync(into)).toEqual([]);
    },
  );

  it('names a file of evidence that is damaged, a file that is missing, and a manifest that was changed', async () => {
    const sha256 = await data.attach('a picture');
    await backedUp();
    damage(`data/evidence/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}.pdf`);
    await expect(restored()).rejects.toThrow(`${sha256}.pdf is damaged`);
    rmSync(join(folder, 'data', 'intake.secret'));
    await expect(restored()).rejects.toThrow('data/intake.secret is missing');
    damage(MANIFEST);
    await expect(restored()).rejects.toThrow('manifest.json is not as it was written');
  });

  it('refuses a backup that was not finished, what is none, and a target that holds something', async () => {
    await backedUp();
    await expect(restore({ folder, data: data.folder })).rejects.toThrow('is not empty: it holds');
    renameSync(join(folder, MANIFEST), join(folder, UNFINISHED));
    await expect(restored()).rejects.toThrow('was not finished');
    await expect(restore({ folder: newFolder(), data: newFolder() })).rejects.toThrow('is no backup');
  });

  it('leaves erased who was erased since, by what the target or another copy says, and gives their rows up', async () => {
    const [key] = [...(await data.keys.toSeal([person])).values()];
    if (!key || key === 'erased') throw new Error('no key');
    addRows(data.path('intake.sqlite'));
    await backedUp();
    expect(rowsIn(join(await restored(), 'intake.sqlite'))).toBe(1);

    await data.keys.erase(person);
    const copy = data.path('keys.erased');
    const into = await restored({ erased: [copy] });
    expect(rowsIn(join(into, 'intake.sqlite'))).toBe(0);
    const keys = new SqliteKeyRing(into, data.masters);
    expect(await keys.isErased(person)).toBe(true);
    expect(await keys.toOpen([key.id])).toEqual(new Map([[key.id, 'erased']]));
    keys.close();

    const left = newFolder();
    writeFileSync(join(left, 'keys.erased'), readFileSync(copy));
    await restore({ folder, data: left });
    expect(readFileSync(join(left, 'keys.erased'), 'utf8')).toContain(person);
  });
});

const addRows = (file: string): void => {
  const db = new DatabaseSync(file);
  db.exec(
    `INSERT INTO models (name, version, shape, position) VALUES ('desk', 1, '{"indexes":[],"search":[]}', '');
     CREATE TABLE rows_1 (x); CREATE TABLE texts_1 (x); CREATE TABLE words_1 (x); CREATE TABLE values_1 (x)`,
  );
  db.close();
};

const rowsIn = (file: string): unknown => {
  const db = new DatabaseSync(file);
  const { models } = db.prepare('SELECT count(*) AS models FROM models').get() as { models: number };
  db.close();
  return models;
};
