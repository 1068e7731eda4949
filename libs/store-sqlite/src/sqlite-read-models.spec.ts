import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, it } from '@jest/globals';
import { START } from '@redress/contracts/values';
import { at, desk, idsOf, line, put } from '@redress/read-models/desk.examples';
import { conforms } from '@redress/read-models/read-models.conformance';
import { newFolder } from './folders.examples.js';
import { SqliteReadModels } from './sqlite-read-models.js';

const files = new Map<unknown, string>();
const opened = (file = `${newFolder()}/models.sqlite`, few?: number): SqliteReadModels => {
  const models = new SqliteReadModels(file, few);
  files.set(models, file);
  return models;
};

conforms('SqliteReadModels', {
  open: () => opened(),
  another: (models) => opened(files.get(models)),
});

conforms('SqliteReadModels, when whatever is asked for leads to many rows', {
  open: () => opened(undefined, 0),
  another: (models) => opened(files.get(models), 0),
});

afterEach(() => {
  for (const models of files.keys()) (models as SqliteReadModels).close();
  files.clear();
});

const asked = (models: SqliteReadModels, sql: string): readonly unknown[] => {
  const db = new DatabaseSync(files.get(models) ?? '');
  const rows = db.prepare(sql).all();
  db.close();
  return rows.map((row) => Object.values(row).at(-1));
};

it('has rows and position after it was closed and opened again', async () => {
  const models = opened();
  await put(models, line('1', { title: '噪音' }));
  models.close();
  const again = opened(files.get(models));
  expect(await idsOf(again, { text: '噪音' })).toEqual(['1']);
  expect(await again.positionOf(desk)).toBe(at(1));
});

it('keeps no table of rows that were swapped out, nor of an interrupted rebuild', async () => {
  const models = opened();
  await put(models, line('1'));
  await models.shadowOf(desk);
  const shadow = await models.shadowOf(desk);
  await shadow.apply(desk, [line('2')], START, at(2));
  await shadow.swap();
  const generations = asked(
    models,
    `SELECT DISTINCT substr(name, instr(name, '_'), 2) FROM sqlite_schema
    WHERE name GLOB '*_[0-9]*' AND type = 'table'`,
  );
  expect(generations).toEqual(['_3']);
});

it('takes rows for outdated that are kept with other indexes or other search fields', async () => {
  const models = opened();
  await put(models, line('1'));
  expect(await models.isOutdated(desk)).toBe(false);
  expect(await models.isOutdated({ ...desk, indexes: [['unit']] })).toBe(true);
  expect(await models.isOutdated({ ...desk, search: [] })).toBe(true);
  expect(await models.isOutdated({ ...desk, held: { topics: [] } })).toBe(true);
  expect(await models.isOutdated({ ...desk, facets: [] })).toBe(true);
});

it('lets no name of a field into SQL that is more than a name', async () => {
  const models = opened();
  await put(models, line('1'));
  const names = ["a'", 'a.b', 'a b', '', '1a', "x' OR '1'='1", 'é'];
  for (const name of names) {
    const message = `rows cannot be asked for by a field called ${JSON.stringify(name)}`;
    await expect(idsOf(models, { by: name as 'id' })).rejects.toThrow(message);
    await expect(idsOf(models, { where: { [name]: { has: 'x' } } })).rejects.toThrow(message);
    for (const shape of [{ indexes: [[name as 'id']] }, { held: { [name]: [] } }]) {
      const other: typeof desk = { ...desk, name: 'other', ...shape };
      await expect(models.apply(other, [], START, at(1))).rejects.toThrow(message);
    }
  }
  expect(await models.positionOf({ name: 'other' })).toBe(START);
});
