import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonId } from '@redress/contracts/values';
import { TOKEN, TransitExample } from '@redress/sealing/transit.examples';
import { OwnKeys } from './own-keys.js';

const person = randomUUID() as string as PersonId;
const before = { ...process.env };
let folder: string;
let engine: TransitExample;
let opened: OwnKeys | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-keys-'));
  engine = await TransitExample.listening();
  process.env = { ...before, REDRESS_DATA: folder };
});
afterEach(async () => {
  await opened?.onApplicationShutdown();
  opened = undefined;
  engine.close();
  process.env = before;
  await rm(folder, { recursive: true });
});

/** The key of the person, as whoever starts now finds it. */
const keyFound = async (): Promise<Buffer> => {
  await opened?.onApplicationShutdown();
  opened = undefined;
  opened = await OwnKeys.opened();
  const key = (await opened.ring.toSeal([person])).get(person);
  if (!key || key === 'erased') throw new Error('there must be a key');
  return key.key.export();
};

const throughTransit = async (): Promise<void> => {
  await writeFile(join(folder, 'token'), TOKEN);
  process.env['REDRESS_TRANSIT_URL'] = engine.url;
  process.env['REDRESS_TRANSIT_TOKEN_FILE'] = join(folder, 'token');
};

it('goes from a file to the transit engine and through its rotation, and then needs the file no more', async () => {
  const key = await keyFound();
  await throughTransit();
  expect(await keyFound()).toEqual(key);
  await rm(join(folder, 'master.key'));
  expect(await keyFound()).toEqual(key);
  engine.rotate();
  expect(await keyFound()).toEqual(key);
});

it('makes no file for keys that the transit engine keeps, and cannot go on without it', async () => {
  await throughTransit();
  await keyFound();
  await expect(rm(join(folder, 'master.key'))).rejects.toThrow('ENOENT');
  delete process.env['REDRESS_TRANSIT_URL'];
  await expect(keyFound()).rejects.toThrow('cannot be unwrapped');
});

it('does not start without the engine, or without the file of its token', async () => {
  await throughTransit();
  delete process.env['REDRESS_TRANSIT_TOKEN_FILE'];
  await expect(keyFound()).rejects.toThrow('REDRESS_TRANSIT_TOKEN_FILE');
  await throughTransit();
  engine.close();
  await expect(keyFound()).rejects.toThrow('fetch failed');
});
