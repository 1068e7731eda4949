import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from '@jest/globals';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { opened } from './database.js';
import { newFolder } from './folders.examples.js';

const refused = (file: string): string => {
  try {
    opened(file, 'FULL').close();
  } catch (error) {
    expect(error).toBeInstanceOf(StoreFault);
    return (error as Error).message;
  }
  throw new Error(`${file} was opened`);
};

const made = (file: string, sql: string): string => {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
  return file;
};

it('makes the folder, for nobody but its owner, and the file', () => {
  const folder = `${newFolder()}/data/deeper`;
  opened(`${folder}/x.sqlite`, 'FULL').close();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(existsSync(`${folder}/x.sqlite`)).toBe(true);
});

it.each([
  ['FULL', 2],
  ['NORMAL', 1],
] as const)('opens anew with WAL and synchronous=%s', (durability, level) => {
  const file = `${newFolder()}/x.sqlite`;
  for (const db of [opened(file, durability), opened(file, durability)]) {
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: level });
    db.close();
  }
});

it('refuses what newer code wrote, and leaves it as it is', () => {
  const file = `${newFolder()}/x.sqlite`;
  opened(file, 'FULL').close();
  made(file, 'PRAGMA user_version = 3');
  const before = readFileSync(file);
  expect(refused(file)).toBe(
    `${file}: it was written by a newer version of the program (format 3; known here: 2)`,
  );
  expect(readFileSync(file)).toEqual(before);
});

it('gives up rows that were kept in another way, and keeps the events they are made from', () => {
  const file = `${newFolder()}/x.sqlite`;
  opened(file, 'FULL').close();
  made(
    file,
    `INSERT INTO events VALUES (1, 'a-1', 0, 'x', '{}');
     INSERT INTO models VALUES (7, 'desk', 1, '{}', '0000000000000001');
     CREATE TABLE rows_7 (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, row TEXT NOT NULL) STRICT;
     CREATE VIRTUAL TABLE words_7 USING fts5 (words, content = '', contentless_delete = 1, detail = none);
     PRAGMA user_version = 1`,
  );
  const db = opened(file, 'FULL');
  expect(db.prepare(`SELECT name FROM sqlite_schema WHERE name GLOB '*_7*'`).all()).toEqual([]);
  expect(db.prepare('SELECT count(*) AS models FROM models').get()).toEqual({ models: 0 });
  expect(db.prepare('SELECT count(*) AS events FROM events').get()).toEqual({ events: 1 });
  db.close();
  opened(file, 'FULL').close();
});

it('refuses a database of another program, and a file that is none', () => {
  const folder = newFolder();
  const other = made(`${folder}/other.sqlite`, 'CREATE TABLE events (n)');
  expect(refused(other)).toBe(`${other}: it is a database of another program`);
  const text = `${folder}/text.sqlite`;
  writeFileSync(
    text,
    'not a database at all, but long enough to be taken for the header of one, as it were: '.repeat(9),
  );
  expect(refused(text)).toBe(`${text}: it is not a database (file is not a database)`);
});

it('says when a place cannot be used', () => {
  const folder = newFolder();
  mkdirSync(`${folder}/x.sqlite`);
  expect(refused(`${folder}/x.sqlite`)).toContain(`${folder}/x.sqlite: it cannot be opened`);
  writeFileSync(`${folder}/file`, '');
  expect(refused(`${folder}/file/x.sqlite`)).toContain(`${folder}/file: the folder cannot be made`);
});

it('never lets an event be changed or deleted', () => {
  const db = opened(`${newFolder()}/x.sqlite`, 'FULL');
  db.exec(`INSERT INTO events VALUES (1, 'a-1', 0, 'x', '{}')`);
  expect(() => {
    db.exec(`UPDATE events SET event = '{"n":1}'`);
  }).toThrow('an event is never changed');
  expect(() => {
    db.exec('DELETE FROM events');
  }).toThrow('an event is never deleted');
  db.close();
});
