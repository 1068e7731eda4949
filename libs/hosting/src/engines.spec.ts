import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Clock } from '@redress/eventsourcing/clock';
import { keptEvents, keptRows } from './engines.js';

const before = { ...process.env };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-engines-'));
  process.env['REDRESS_DATA'] = folder;
});

afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

const kept = async (): Promise<readonly string[]> => {
  const log = await keptEvents('tally', new Clock(), () => undefined);
  const rows = await keptRows('tally');
  await rows.close();
  await log.close();
  return [log.kept.events, log.kept.checkpoints, rows.kept].map(({ constructor }) => constructor.name);
};

it('keeps everything in SQLite unless something else is set', async () => {
  expect(await kept()).toEqual(['SqliteEventStore', 'SqliteCheckpoints', 'SqliteReadModels']);
});

it('mixes engines, and takes what may hold a password from a file', async () => {
  process.env['REDRESS_EVENTS'] = 'kurrentdb';
  process.env['REDRESS_KURRENTDB_URL'] = 'kurrentdb://127.0.0.1:1?tls=false';
  expect(await kept()).toEqual(['KurrentEventStore', 'KurrentCheckpoints', 'SqliteReadModels']);
  process.env['REDRESS_EVENTS'] = 'sqlite';
  process.env['REDRESS_ROWS'] = 'mongodb';
  process.env['REDRESS_MONGODB_URL_FILE'] = join(folder, 'url');
  writeFileSync(join(folder, 'url'), 'mongodb://127.0.0.1:1\n');
  expect(await kept()).toEqual(['SqliteEventStore', 'SqliteCheckpoints', 'MongoReadModels']);
});

it.each([
  ['REDRESS_EVENTS', 'postgres', 'REDRESS_EVENTS must be sqlite or kurrentdb, not "postgres"'],
  ['REDRESS_ROWS', 'kurrentdb', 'REDRESS_ROWS must be sqlite or mongodb, not "kurrentdb"'],
  ['REDRESS_EVENTS', 'kurrentdb', 'REDRESS_KURRENTDB_URL or REDRESS_KURRENTDB_URL_FILE must be set'],
  ['REDRESS_ROWS', 'mongodb', 'REDRESS_MONGODB_URL or REDRESS_MONGODB_URL_FILE must be set'],
])('does not start with %s=%s alone', async (variable, value, message) => {
  process.env[variable] = value;
  await expect(kept()).rejects.toThrow(message);
});

it('says of a connection string that cannot be read nothing that stands in it', async () => {
  process.env['REDRESS_EVENTS'] = 'kurrentdb';
  process.env['REDRESS_KURRENTDB_URL'] = 'nonsense://operator:secret@host';
  await expect(kept()).rejects.toThrow(/^KurrentDB: the connection string cannot be read$/);
});
