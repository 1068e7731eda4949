import { DatabaseSync } from 'node:sqlite';
import { expect, it } from '@jest/globals';
import type { Line } from '@redress/read-models/desk.examples';
import type { Query } from '@redress/read-models/read-models';
import { Layout } from './layout.js';
import { Planner } from './plan.js';
import { Statements } from './statements.js';

const layout = new Layout(1, {
  indexes: [['unit', 'due'], ['due'], ['weight']],
  held: { entries: ['due'], topics: [] },
  search: ['title'],
});

/** So many rows: 1 % of them of unit `a`, all with weight 1, 3 % with entry `x`, all with topic `t`, 2 % with a word. */
const ROWS = 1_000;
const FEW = 50;
const db = new DatabaseSync(':memory:');
layout.make(db);
for (let n = 1; n <= ROWS; n += 1) {
  const [id, due] = [String(n), String(n % 97)];
  const unit = n % 100 === 0 ? 'a' : 'b';
  db.prepare(`INSERT INTO rows_1 VALUES (?, ?, ?, ?, 1, '')`).run(n, id, unit, due);
  if (n % 100 < 3) db.prepare('INSERT INTO held_1_0 VALUES (?, ?, ?, ?)').run('x', n, due, id);
  db.prepare('INSERT INTO held_1_0 VALUES (?, ?, ?, ?)').run('y', n, due, id);
  db.prepare('INSERT INTO held_1_1 VALUES (?, ?, ?)').run('t', n, id);
  db.prepare('INSERT INTO words_1 (rowid, words) VALUES (?, ?)').run(n, n % 100 < 2 ? 'noise a' : 'a');
}

/** What SQLite reads, step by step, for a page. */
const stepsFor = (query: Omit<Query<Line>, 'limit'>): readonly string[] => {
  const { from, where, order } = new Planner(new Statements(db), layout, FEW).plan(query);
  const sorted = `ORDER BY ${order.column}, ${order.idColumn} LIMIT 9`;
  return db
    .prepare(`EXPLAIN QUERY PLAN SELECT r.n FROM ${from} WHERE ${where.sql} ${sorted}`)
    .all(...where.values)
    .map(({ detail }) => String(detail).replace('COVERING ', ''));
};

const SORTS = 'USE TEMP B-TREE FOR ORDER BY';
const byRow = 'SEARCH r USING INTEGER PRIMARY KEY (rowid=?)';

it.each<[string, Omit<Query<Line>, 'limit'>, readonly string[]]>([
  ['nothing asked', { where: {}, by: 'due' }, ['SCAN r USING INDEX rows_1_1']],
  [
    'few, by the field and the order',
    { where: { unit: 'a' }, by: 'due' },
    ['SEARCH r USING INDEX rows_1_0 (f_unit=?)'],
  ],
  [
    'few, in another order',
    { where: { unit: 'a' }, by: 'weight' },
    ['SEARCH r USING INDEX rows_1_0 (f_unit=?)', SORTS],
  ],
  [
    'the fewest of several, whichever comes first',
    { where: { entries: { has: 'x' }, weight: 1, unit: 'a' }, by: 'due' },
    ['SEARCH r USING INDEX rows_1_0 (f_unit=?)'],
  ],
  [
    'few that are held, in their order',
    { where: { unit: 'b', entries: { has: 'x' } }, by: 'due' },
    ['SEARCH h USING INDEX held_1_0_f_due (key=?)', byRow],
  ],
  [
    'few that are held, in another order',
    { where: { entries: { has: 'x' } }, by: 'weight' },
    ['SEARCH h USING INDEX held_1_0_f_due (key=?)', byRow, SORTS],
  ],
  [
    'few words',
    { where: { unit: 'b' }, by: 'due', text: 'noise' },
    ['SCAN words_1 VIRTUAL TABLE INDEX 0:M1', byRow, SORTS],
  ],
  [
    'many, in the order of the field',
    { where: { unit: 'b' }, by: 'due' },
    ['SEARCH r USING INDEX rows_1_0 (f_unit=?)'],
  ],
  [
    'many that are held, in their order',
    { where: { entries: { has: 'y' } }, by: 'due' },
    ['SEARCH h USING INDEX held_1_0_f_due (key=?)', byRow],
  ],
  [
    'many between two values, in their order',
    { where: { due: { from: '1', to: '9' } }, by: 'due' },
    ['SEARCH r USING INDEX rows_1_1 (f_due>? AND f_due<?)'],
  ],
  [
    'many that are held in no order: the order leads',
    { where: { topics: { has: 't' } }, by: 'due' },
    ['SCAN r USING INDEX rows_1_1'],
  ],
  ['many words: the order leads', { where: {}, by: 'due', text: 'a' }, ['SCAN r USING INDEX rows_1_1']],
])('reads what leads there soonest: %s', (_, query, steps) => {
  expect(stepsFor(query).slice(0, steps.length)).toEqual(steps);
  if (!steps.includes(SORTS)) expect(stepsFor(query)).not.toContain(SORTS);
});
