import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '@redress/eventsourcing/clock';
import { counted, numbersIn } from '@redress/eventsourcing/counted.examples';
import { eventsIn } from '@redress/store-sqlite/log-file';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';
import { SqliteKeyRing } from '@redress/store-sqlite/sqlite-key-ring';
import { ExampleData, newFolder, person } from '../data-folder.examples.js';
import { EMBEDDED } from '../engine.js';
import { restore } from '../restore/restore.js';
import { MANIFEST, readManifest, UNFINISHED } from './manifest.js';
import { takeBackup } from './take-backup.js';

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

describe('a backup', () => {
  it('holds events, keys, secrets and evidence, and nothing that is made again', async () => {
    await data.causeAndEffect(1);
    const sha256 = await data.attach('a picture');
    const manifest = await backedUp();
    expect(manifest.files.map(({ path }) => path).toSorted()).toEqual([
      `data/evidence/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}.pdf`,
      'data/intake.secret',
      'data/intake.sqlite',
      'data/keys.sqlite',
      'data/operator.token',
      'data/rectification.sqlite',
    ]);
    expect(manifest).toMatchObject({ events: 'sqlite', namedFiles: 1, missingFiles: [] });
    expect(manifest.services).toMatchObject([
      { service: 'intake', events: 1, last: await data.stores.intake.last() },
      { service: 'rectification', events: 2, last: await data.stores.rectification.last() },
    ]);
    expect(readManifest(folder)).toEqual(manifest);
    expect(existsSync(join(folder, UNFINISHED))).toBe(false);
  });

  it('holds the master keys when it is told to', async () => {
    const { files } = await backedUp({ withMasterKey: true });
    expect(files.map(({ path }) => path)).toContain('data/master.key');
  });

  it('shows one moment of all services, whatever goes on: no effect is in it without its cause', async () => {
    let n = 0;
    const over = new AbortController();
    const going = (async () => {
      while (!over.signal.aborted) await data.causeAndEffect((n += 1));
    })();
    for (let round = 0; round < 5; round += 1) {
      const target = n + 20;
      while (n < target) await new Promise(setImmediate);
      folder = join(newFolder(), 'backup');
      await backedUp();
      const causes = new Set(
        [...eventsIn(join(folder, 'data', 'intake.sqlite'))].map(({ id }) => id as string),
      );
      const effects = [...eventsIn(join(folder, 'data', 'rectification.sqlite'))];
      expect(effects.length).toBeGreaterThanOrEqual(target - 2);
      expect(effects.filter(({ causationId }) => !causes.has(causationId))).toEqual([]);
    }
    over.abort();
    await going;
  });

  it('has every file that its events name, while files are attached', async () => {
    let n = 0;
    const over = new AbortController();
    const going = (async () => {
      while (!over.signal.aborted) await data.attach(`picture ${String((n += 1))}`);
    })();
    while (n < 20) await new Promise(setImmediate);
    const manifest = await backedUp();
    over.abort();
    await going;
    expect(manifest.namedFiles).toBeGreaterThan(10);
    expect(manifest.missingFiles).toEqual([]);
  });

  it('names a file that is gone, and one that is damaged', async () => {
    const [gone, bad] = [await data.attach('gone'), await data.attach('bad')];
    const place = (sha256: string): string =>
      data.path(`evidence/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}.pdf`);
    rmSync(place(gone));
    appendFileSync(place(bad), 'x');
    const said: string[] = [];
    const manifest = await backedUp({ say: (line: string) => said.push(line) });
    expect(manifest.missingFiles).toEqual([gone]);
    expect(said.join('\n')).toContain(`${bad}.pdf is damaged`);
  });

  it('links to the evidence that an earlier one has', async () => {
    const sha256 = await data.attach('a picture');
    const path = `data/evidence/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}.pdf`;
    await backedUp();
    const before = folder;
    folder = join(newFolder(), 'later');
    await data.attach('another');
    const { files } = await backedUp({ since: before });
    expect(statSync(join(folder, path)).ino).toBe(statSync(join(before, path)).ino);
    expect(files.filter(({ path: one }) => one.startsWith('data/evidence/'))).toHaveLength(2);
    expect(await restored()).toBeDefined();
  });

  it('is one of several folders, as when each service has its own, but never of two files of one name', async () => {
    const other = newFolder();
    const inspection = new SqliteEventStore(join(other, 'inspection.sqlite'), new Clock());
    await inspection.append('round-1', [counted(1)], -1);
    inspection.close();
    await data.causeAndEffect(1);
    const { services } = await backedUp({ data: [data.folder, other] });
    expect(services.map(({ service }) => service).toSorted()).toEqual([
      'inspection',
      'intake',
      'rectification',
    ]);
    folder = join(newFolder(), 'again');
    await expect(backedUp({ data: [other, other] })).rejects.toThrow('inspection.sqlite is in');
  });

  it('does not miss what is in a bucket', async () => {
    rmSync(data.path(`evidence`), { recursive: true, force: true });
    const sha256 = await data.attach('a picture');
    rmSync(data.path(`evidence`), { recursive: true });
    expect(await backedUp({ evidence: 'bucket' })).toMatchObject({ namedFiles: 1, missingFiles: [] });
    folder = join(newFolder(), 'again');
    expect(await backedUp()).toMatchObject({ missingFiles: [sha256] });
  });

  it('is never put where something is', async () => {
    await backedUp();
    await expect(backedUp()).rejects.toThrow('is not empty');
    await expect(takeBackup({ data: [newFolder()], folder: newFolder(), engine: EMBEDDED })).rejects.toThrow(
      'no .sqlite file',
    );
  });
});

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

    data.keys.erase(person);
    const copy = data.path('keys.erased');
    const into = await restored({ erased: [copy] });
    expect(rowsIn(join(into, 'intake.sqlite'))).toBe(0);
    const keys = new SqliteKeyRing(into, data.masters);
    expect(keys.isErased(person)).toBe(true);
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
