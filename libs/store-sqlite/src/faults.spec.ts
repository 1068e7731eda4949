import { DatabaseSync } from 'node:sqlite';
import { expect, it } from '@jest/globals';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { asFault } from './faults.js';
import { newFolder } from './folders.examples.js';

const thrownBy = (act: () => void): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

it('says which file, what is wrong with it, and what SQLite said', () => {
  const file = `${newFolder()}/x.sqlite`;
  const [first, second] = [new DatabaseSync(file), new DatabaseSync(file)];
  first.exec('BEGIN IMMEDIATE');
  const locked = thrownBy(() => {
    second.exec('BEGIN IMMEDIATE');
  });
  expect(asFault('x.sqlite', locked)).toBeInstanceOf(StoreFault);
  expect(asFault('x.sqlite', locked)).toMatchObject({
    message: 'x.sqlite: another process keeps it locked (database is locked)',
    cause: locked,
  });
  const wrong = thrownBy(() => {
    first.exec('SELECT');
  });
  expect(asFault('x.sqlite', wrong).message).toBe('x.sqlite: it cannot be used (incomplete input)');
  first.close();
  second.close();
});

it('leaves any other error as it is', () => {
  const error = new Error('other');
  expect(asFault('x.sqlite', error)).toBe(error);
});
