import { mkdirSync, readdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { Instant } from '@redress/contracts/values';
import { allOf, arriving, gathered, sha256Of } from './bytes.examples.js';
import { conforms } from './evidence-files.conformance.js';
import { EvidenceFault } from './faults.js';
import { FolderEvidenceFiles } from './folder-evidence-files.js';
import { newFolder } from './folders.examples.js';

const folders = new Map<unknown, string>();
const opened = async (folder = `${newFolder()}/evidence`): Promise<FolderEvidenceFiles> => {
  const files = await FolderEvidenceFiles.open(folder);
  folders.set(files, folder);
  return files;
};

conforms('FolderEvidenceFiles', {
  open: () => opened(),
  another: (files) => opened(folders.get(files)),
});

const hello = Buffer.from('hello');
const sha256 = sha256Of(hello);
const placeIn = (folder: string): string =>
  join(folder, sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}.txt`);

it('keeps each file where its hash says, for nobody but its owner', async () => {
  const folder = `${newFolder()}/deeper/evidence`;
  const files = await opened(folder);
  await files.put(arriving(hello), 'text');
  expect(statSync(placeIn(folder)).mode & 0o777).toBe(0o600);
  for (const path of [folder, join(placeIn(folder), '..'), join(placeIn(folder), '..', '..')])
    expect(statSync(path).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(folder, '.writing'))).toEqual([]);
});

it('clears away at the start what interrupted runs left, and not what others are writing', async () => {
  const folder = newFolder();
  await opened(folder);
  const host = hostname().replaceAll(/[^\w.-]/g, '_');
  // 2^22 is the most that Linux numbers processes to.
  const dead = `${host}~4194305~run~a`;
  const restarted = `${host}~${String(process.pid)}~former-run~b`;
  const running = `${host}~${String(process.ppid)}~run~c`;
  const [elsewhere, longAgo] = ['other~1~run~d', 'other~1~run~e'];
  const writing = join(folder, '.writing');
  for (const name of [dead, restarted, running, elsewhere, longAgo])
    writeFileSync(join(writing, name), 'half');
  utimesSync(join(writing, longAgo), 1_000_000_000, 1_000_000_000);
  await opened(folder);
  expect(readdirSync(writing).toSorted()).toEqual([running, elsewhere].toSorted());
});

it('puts back at the start what somebody had begun to remove', async () => {
  const folder = newFolder();
  const files = await opened(folder);
  await files.put(arriving(hello), 'text');
  renameSync(placeIn(folder), join(folder, '.removing', `some-run~${sha256}.txt`));
  expect(await files.has(sha256)).toBe(false);
  const again = await opened(folder);
  const file = await again.get(sha256);
  expect(file && (await allOf(file.bytes))).toEqual(hello);
  expect(readdirSync(join(folder, '.removing'))).toEqual([]);
});

it.each(['put', 'renew'] as const)('loses nothing that is %s while it is removed', async (how) => {
  const folder = newFolder();
  const [files, other] = [await opened(folder), await opened(folder)];
  let kept = 0;
  for (let round = 0; round < 200; round += 1) {
    await files.put(arriving(hello), 'text');
    utimesSync(placeIn(folder), 1_000_000_000, 1_000_000_000);
    const removing = other.remove(sha256, '2002-01-01T00:00:00.000Z' as Instant);
    for (let turns = round % 20; turns > 0; turns -= 1) await Promise.resolve();
    const promised = how === 'put' ? await files.put(arriving(hello), 'text') : await files.renew(sha256);
    const removed = await removing;
    if (promised) kept += 1;
    expect(await files.has(sha256)).toBe(how === 'put' || !removed);
    if (promised) expect(await files.has(sha256)).toBe(true);
  }
  expect(kept).toBeGreaterThan(0);
});

it('fails before the end when the bytes are no longer those that were stored', async () => {
  const folder = newFolder();
  const files = await opened(folder);
  await files.put(arriving(hello), 'text');
  writeFileSync(placeIn(folder), 'hellO');
  const file = await files.get(sha256);
  const seen: unknown[] = [];
  await expect(
    (async () => {
      for await (const chunk of file?.bytes ?? []) seen.push(chunk);
    })(),
  ).rejects.toThrow(EvidenceFault);
  expect(seen).toEqual([]);

  await files.put(arriving(hello), 'text');
  const mended = await files.get(sha256);
  expect(mended && (await allOf(mended.bytes))).toEqual(hello);
});

it('passes over what is not its own', async () => {
  const folder = newFolder();
  const files = await opened(folder);
  mkdirSync(join(folder, 'ab', 'cd'), { recursive: true });
  mkdirSync(join(folder, 'lost+found'));
  for (const name of ['notes.txt', sha256, `${sha256}.exe`])
    writeFileSync(join(folder, 'ab', 'cd', name), '');
  expect(await gathered(files.list())).toEqual([]);
});

it('says which folder cannot be used, and why', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'file'), '');
  await expect(FolderEvidenceFiles.open(join(folder, 'file', 'evidence'))).rejects.toThrow(
    `${join(folder, 'file', 'evidence')}: it is not a folder`,
  );
});
