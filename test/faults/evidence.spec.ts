import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Evidence, openEvidence } from '@redress/evidence/open-evidence';
import { endAll, run } from './store/child.js';

const WRITER = '../evidence/writer.mjs';
const SIZE = 3_000_000;

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-faults-'));
});

afterEach(() => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
});

/** Every file that can be found, each read to its end and found to be what its name says. */
const wholeFiles = async ({ files }: Evidence): Promise<ReadonlySet<string>> => {
  const found = new Set<string>();
  for await (const { sha256 } of files.list()) {
    const hash = createHash('sha256');
    for await (const chunk of (await files.get(sha256))?.bytes ?? []) hash.update(chunk as Buffer);
    expect(hash.digest('hex')).toBe(sha256);
    found.add(sha256);
  }
  return found;
};

const partsOf = async ({ uploads }: Evidence, seed: number): Promise<readonly number[]> => {
  const upload = await uploads.find({
    id: `0190a5c4-0000-7000-8000-00000000000${String(seed)}`,
    owner: 'writer',
  });
  for (const { size } of upload?.parts ?? []) expect(size).toBe(SIZE);
  return (upload?.parts ?? []).map(({ part }) => part);
};

const leftBehind = (): readonly string[] =>
  ['evidence/.writing', 'evidence/.removing', 'evidence-uploads/.writing'].flatMap((place) =>
    readdirSync(join(folder, place)),
  );

it('has every file and every part it acknowledged, and none by half, after being killed again and again', async () => {
  const acknowledged = new Set<string>();
  let interrupted = 0;
  for (let round = 0; round < 10; round += 1) {
    const child = run(WRITER, [folder, String(round), String(SIZE)]);
    await child.printed(1 + Math.floor(Math.random() * 20));
    while (leftBehind().length === 0) await new Promise((resolve) => setImmediate(resolve));
    child.kill();
    expect([(await child.ended).signal, child.errors]).toEqual(['SIGKILL', []]);
    if (leftBehind().length > 0) interrupted += 1;
    const evidence = await openEvidence(folder);
    expect(leftBehind()).toEqual([]);
    for (const line of child.lines) if (line.length === 64) acknowledged.add(line);
    const found = await wholeFiles(evidence);
    expect([...acknowledged].filter((sha256) => !found.has(sha256))).toEqual([]);
    const parts = child.lines.filter((line) => line.length < 64).map(Number);
    expect(await partsOf(evidence, round)).toEqual(expect.arrayContaining(parts));
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(10);
  expect(interrupted).toBeGreaterThan(0);
}, 240_000);

it('stores nothing by half when the disk is full, says so, and goes on when there is room again', async () => {
  const child = run(WRITER, [folder, '1', String(SIZE)], 200);
  expect(await child.ended).toEqual({ code: 3, signal: null });
  expect(child.errors).toEqual([
    expect.stringMatching(/^EvidenceFault: .*evidence: the file would be larger than/),
  ]);
  expect(leftBehind()).toEqual([]);
  expect(await wholeFiles(await openEvidence(folder))).toEqual(new Set());

  const after = run(WRITER, [folder, '1', String(SIZE)]);
  await after.printed(4);
  after.kill();
  await after.ended;
  const evidence = await openEvidence(folder);
  expect((await wholeFiles(evidence)).size).toBeGreaterThanOrEqual(2);
  expect((await partsOf(evidence, 1)).length).toBeGreaterThanOrEqual(2);
}, 240_000);
