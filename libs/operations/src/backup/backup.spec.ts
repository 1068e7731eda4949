import { appendFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '@redress/eventsourcing/clock';
import { counted } from '@redress/eventsourcing/counted.examples';
import { eventsIn } from '@redress/store-sqlite/log-file';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';
import { ExampleData, newFolder } from '../data-folder.examples.js';
import { EMBEDDED } from '../engine.js';
import { restore } from '../restore/restore.js';
import { readManifest, UNFINISHED } from './manifest.js';
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
    expect(manifest).toMatchObject({ missingFiles: [gone], damagedFiles: [bad] });
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

  it('does not miss what is left out', async () => {
    const sha256 = await data.attach('a picture');
    const manifest = await backedUp({ evidence: 'left-out' });
    expect(manifest).toMatchObject({ evidence: 'left-out', namedFiles: 1, missingFiles: [] });
    expect(manifest.files.filter(({ path }) => path.includes(sha256))).toEqual([]);
  });

  it('misses what somebody attached to an opinion without a name', async () => {
    const file = { sha256: 'a'.repeat(64), type: 'image/png', size: 3 };
    const attached = { ...counted(0), type: 'FileAttached', version: 1, data: { entryId: 'e', file } };
    await data.stores.intake.append('opinion-1', [attached], -1);
    expect(await backedUp()).toMatchObject({ namedFiles: 1, missingFiles: [file.sha256] });
  });

  it('is never put where something is', async () => {
    await backedUp();
    await expect(backedUp()).rejects.toThrow('is not empty');
    await expect(takeBackup({ data: [newFolder()], folder: newFolder(), engine: EMBEDDED })).rejects.toThrow(
      'no .sqlite file',
    );
  });
});
