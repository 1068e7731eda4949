import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { withFile } from '../table-file/files.examples.js';
import { Journal } from './journal.js';

const withJournal = (run: (path: string) => void): Promise<void> =>
  withFile('', (path) => {
    run(path);
    return Promise.resolve();
  });

describe('the place of an import', () => {
  it('is the last row before which all are done, in whatever order', () =>
    withJournal((path) => {
      const journal = new Journal(path, 1);
      for (const row of [2, 4, 3]) journal.done(row);
      expect(journal.at.done).toBe(0);
      journal.done(1, true);
      expect(journal.at).toEqual({ done: 4, bad: 1 });
    }));

  it('is found again by the next one, with the bad rows before it', () =>
    withJournal((path) => {
      const killed = new Journal(path, 2);
      killed.done(1, true);
      killed.done(2);
      killed.done(3);
      expect(new Journal(path, 2).at).toEqual({ done: 2, bad: 1 });
    }));

  it('goes on from there', () =>
    withJournal((path) => {
      new Journal(path, 1).done(1, true);
      const next = new Journal(path, 1);
      next.done(2, true);
      expect(new Journal(path).at).toEqual({ done: 2, bad: 2 });
    }));

  it.each(['3', '3 ', '3 0', 'x y\n', '\u0000\u0000\u0000'])('is not believed where it is torn: %j', (torn) =>
    withJournal((path) => {
      new Journal(path, 1).done(1);
      appendFileSync(path, torn);
      expect(new Journal(path).at).toEqual({ done: 1, bad: 0 });
    }),
  );

  it('is forgotten when the file is through', () =>
    withJournal((path) => {
      const journal = new Journal(path, 1);
      journal.done(1);
      expect(readFileSync(path, 'utf8')).toBe('1 0\n');
      journal.finish();
      expect(existsSync(path)).toBe(false);
    }));
});
