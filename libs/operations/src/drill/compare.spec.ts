import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { START } from '@redress/contracts/values';
import { counted } from '@redress/eventsourcing/counted.examples';
import type { AnyRow, Projection } from '@redress/read-models/projection';
import { eventsIn } from '@redress/store-sqlite/log-file';
import { SqliteReadModels } from '@redress/store-sqlite/sqlite-read-models';
import type { Manifest } from '../backup/manifest.js';
import { takeBackup } from '../backup/take-backup.js';
import { ExampleData, newFolder } from '../data-folder.examples.js';
import { EMBEDDED } from '../engine.js';
import { compare } from './compare.js';

let data: ExampleData;
let manifest: Manifest;

beforeEach(async () => {
  data = new ExampleData();
  await data.stores.intake.append('opinion-1', [counted(1), counted(2)], -1);
  await data.causeAndEffect(3);
  manifest = await takeBackup({ data: [data.folder], folder: join(newFolder(), 'backup'), engine: EMBEDDED });
});
afterEach(() => {
  data.close();
});

const audited: Projection<never, AnyRow & { caseId: string; recordedAt: string }> = {
  name: 'auditedEvents',
  version: 1,
  of: { name: 'audited', lifts: {} },
  indexes: [['caseId', 'recordedAt']],
  search: [],
  on: {},
};

/** As the audit has it after it heard of every event but these. */
const audit = async (...unheard: readonly string[]): Promise<void> => {
  const models = new SqliteReadModels(data.path('audit.sqlite'));
  const rows = ['intake', 'rectification'].flatMap((service) => [
    ...eventsIn(data.path(`${service}.sqlite`)),
  ]);
  const changes = rows
    .filter(({ id }) => !unheard.includes(id))
    .map(({ id, correlationId: caseId, recordedAt }) => ({ put: { id, caseId, recordedAt } }));
  await models.apply(audited, changes, START, START);
  models.close();
};

it('finds a system that holds what was backed up, and what it did since', async () => {
  await audit();
  expect(await compare(manifest, data.folder)).toEqual({
    head: manifest.head,
    more: 0,
    cases: 1,
    files: 0,
    wrong: [],
  });
  await data.stores.rectification.append('issue-9', [counted(9)], -1);
  await audit();
  expect(await compare(manifest, data.folder)).toMatchObject({ more: 1, wrong: [] });
});

it('names what is otherwise, and what the audit has not', async () => {
  const [first] = eventsIn(data.path('intake.sqlite'));
  const id = first?.id ?? '';
  await audit(id);
  const [intake, ...others] = manifest.services;
  if (!intake) throw new Error('nothing was backed up');
  const services = [{ ...intake, events: 4, hash: 'another' }, ...others];
  const { wrong } = await compare({ ...manifest, services, head: 'another' }, data.folder);
  expect(wrong).toEqual([
    'intake: events is 3, and was 4',
    `intake: hash is ${intake.hash}, and was another`,
    `the ledger has hash ${manifest.head}, and had another`,
    `the audit has no event ${id} of case ${first?.correlationId ?? ''}`,
  ]);
});

describe('files', () => {
  const attachedFiles: Projection<never, AnyRow & { sha256: string }> = {
    name: 'attachedFiles',
    version: 1,
    of: { name: 'opinion', lifts: {} },
    indexes: [['sha256']],
    search: [],
    on: {},
  };
  /** As intake has it of somebody who signed; of who was erased since it has no hash any more. */
  const attached = async (...hashes: readonly string[]): Promise<void> => {
    const models = new SqliteReadModels(data.path('intake.sqlite'));
    const changes = hashes.map((sha256, n) => ({ put: { id: `opinion-${String(n)} 1`, sha256 } }));
    await models.apply(attachedFiles, changes, START, START);
    models.close();
  };
  const placeOf = (hash: string): string =>
    data.path(`evidence/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}.pdf`);

  it('that events name, and rows of those who signed, are there with their hashes', async () => {
    const [first, second] = [await data.attach('one'), await data.attach('another')];
    manifest = await takeBackup({
      data: [data.folder],
      folder: join(newFolder(), 'later'),
      engine: EMBEDDED,
    });
    await audit();
    await attached(second, 'erased');
    expect(await compare(manifest, data.folder)).toMatchObject({ files: 2, wrong: [] });

    appendFileSync(placeOf(first), 'x');
    rmSync(placeOf(second));
    const signed = 'c'.repeat(64);
    await attached(second, signed);
    expect((await compare(manifest, data.folder)).wrong).toEqual([
      `the file ${first} is not as it was stored`,
      `the file ${second} is named, and is not there`,
      `the file ${signed} is named, and is not there`,
    ]);
    const leftOut = await compare({ ...manifest, evidence: 'left-out' }, data.folder);
    expect(leftOut).toMatchObject({ files: undefined, wrong: [] });
  });
});
