import { DatabaseSync } from 'node:sqlite';
import { expect, it } from '@jest/globals';
import { GroupCommit } from './group-commit.js';

const numbers = (db: DatabaseSync): readonly unknown[] =>
  db
    .prepare('SELECT n FROM numbers ORDER BY n')
    .all()
    .map((row) => row['n']);

const grouped = () => {
  const db = new DatabaseSync(':memory:');
  db.exec(
    'CREATE TABLE numbers (n INTEGER PRIMARY KEY, of INTEGER REFERENCES numbers DEFERRABLE INITIALLY DEFERRED)',
  );
  const counts = { begun: 0, committed: 0 };
  const commits = new GroupCommit(
    db,
    'file',
    () => (counts.begun += 1),
    () => (counts.committed += 1),
  );
  const put = (n: number, of: number | null = null) =>
    commits.add(() => (db.prepare('INSERT INTO numbers VALUES (?, ?)').run(n, of), n));
  return { db, commits, counts, put };
};

it('makes in one transaction what is asked for at once', async () => {
  const { db, counts, put } = grouped();
  expect(await Promise.all([put(1), put(2), put(3)])).toEqual([1, 2, 3]);
  expect(counts).toEqual({ begun: 1, committed: 1 });
  expect(await put(4)).toBe(4);
  expect(counts).toEqual({ begun: 2, committed: 2 });
  expect(numbers(db)).toEqual([1, 2, 3, 4]);
});

it('lets one fail without the others', async () => {
  const { db, put } = grouped();
  const outcomes = await Promise.allSettled([put(1), put(1), put(2)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(numbers(db)).toEqual([1, 2]);
});

it('rejects all and keeps none when it cannot be committed, and then goes on', async () => {
  const { db, counts, put } = grouped();
  const outcomes = await Promise.allSettled([put(1), put(2, 99), put(3)]);
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringMatching(/^file: /) },
    });
  expect(numbers(db)).toEqual([]);
  expect(counts.committed).toBe(0);
  expect(await put(4)).toBe(4);
});

it('rejects all when the transaction is lost half-way', async () => {
  const { db, commits, put } = grouped();
  const lost = commits.add(() => {
    db.exec('ROLLBACK');
    throw new Error('disk full');
  });
  const outcomes = await Promise.allSettled([put(1), lost, put(2)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(numbers(db)).toEqual([]);
});
