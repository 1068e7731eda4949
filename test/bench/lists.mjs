import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '@redress/eventsourcing/clock';
import { SqliteReadModels } from '@redress/store-sqlite/sqlite-read-models';
import { LedgerHandler } from '../../services/rectification/dist/ledger/ledger.handler.js';
import { ledger } from '../../services/rectification/dist/ledger/ledger.js';
import { RawTable } from './lists/raw.mjs';
import { PEOPLE, SEVERITIES, tasks, TOPICS, TYPES, UNITS } from './lists/tasks.mjs';
import { summary } from './rounds.mjs';

const TASKS = 100_000;
const ROUNDS = 7;
const PAGES = 400;
const LIMIT = 50;
const OFFICE = { role: 'office' };

/** Two filters and a sort, each as the ledger is asked and as the plain table is. */
const KINDS = [
  (n) => [
    { stage: 'open', unit: at(UNITS, n) },
    { equal: { isOpen: 1 }, held: { units: at(UNITS, n) }, sort: 'deadline' },
  ],
  (n) => [
    { leadUnit: at(UNITS, n), status: 'planned' },
    { equal: { leadUnit: at(UNITS, n), status: 'planned' }, sort: 'deadline' },
  ],
  (n) => [
    { topic: at(TOPICS, n), severity: at(SEVERITIES, n) },
    { equal: { severity: at(SEVERITIES, n) }, held: { topics: at(TOPICS, n) }, sort: 'deadline' },
  ],
  (n) => [
    { status: 'verified', taskType: at(TYPES, n), sort: 'assignedAt', order: 'desc' },
    { equal: { status: 'verified', taskType: at(TYPES, n) }, sort: 'assignedAt', descending: true },
  ],
  (n) => [
    { responsible: at(PEOPLE, n), stage: 'open' },
    { equal: { responsible: at(PEOPLE, n), isOpen: 1 }, sort: 'deadline' },
  ],
  (n) => [
    { card: 'red', unit: at(UNITS, n) },
    { equal: { card: 'red' }, held: { units: at(UNITS, n) }, sort: 'deadline' },
  ],
];
const at = (list, n) => list[n % list.length];

const filled = async (act) => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-lists-'));
  const models = new SqliteReadModels(join(folder, 'models.sqlite'));
  const raw = new RawTable(join(folder, 'raw.sqlite'));
  try {
    const lines = tasks(TASKS);
    let from = '';
    for (let n = 0; n < TASKS; n += 2_000) {
      const upTo = String(n + 2_000).padStart(16, '0');
      const changes = lines.slice(n, n + 2_000).map((put) => ({ put }));
      if (!(await models.apply(ledger, changes, from, upTo))) throw new Error(`nothing was put at ${from}`);
      from = upTo;
    }
    raw.fill(lines);
    return await act(new LedgerHandler(models, new Clock()), raw);
  } finally {
    raw.close();
    models.close();
    rmSync(folder, { recursive: true });
  }
};

const p99 = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)];

/** The 99th of a hundred pages on either side, in milliseconds, both asked for the same in turn. */
const pages = async (handler, raw) => {
  const [ours, theirs] = [[], []];
  for (let n = 0; n < PAGES; n += 1) {
    const [query, plain] = at(KINDS, n)(n);
    const began = performance.now();
    const { rows } = await handler.readLedger({ limit: LIMIT, ...query }, OFFICE);
    const between = performance.now();
    const same = raw.page({ limit: LIMIT, ...plain });
    ours.push(between - began);
    theirs.push(performance.now() - between);
    if (rows.map(({ id }) => id).join() !== same.map(({ id }) => id).join())
      throw new Error(`another page of ${JSON.stringify(query)}: ${rows.length} and ${same.length} lines`);
  }
  return { ours: p99(ours), theirs: p99(theirs) };
};

const counted = async (handler, query) => {
  const began = performance.now();
  const { tasks } = await handler.readFacets(query, OFFICE);
  if (!(tasks > 0)) throw new Error(`nothing was counted of ${JSON.stringify(query)}`);
  return performance.now() - began;
};

const measured = () =>
  filled(async (handler, raw) => {
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round += 1) rounds.push(await pages(handler, raw));
    const kept = rounds.slice(1);
    const facets = [];
    const asked = [
      {},
      { stage: 'open' },
      { unit: UNITS[3] },
      { taskType: 'ongoing', severity: 'serious' },
      { text: '路灯' },
    ];
    for (let round = 0; round < ROUNDS; round += 1)
      for (const query of asked) facets.push([JSON.stringify(query), await counted(handler, query)]);
    const slowest = asked
      .map((query) => facets.filter(([of]) => of === JSON.stringify(query)).map(([, ms]) => ms))
      .map((times) => summary(times))
      .toSorted((a, b) => b.median - a.median)[0];
    return {
      page: summary(kept.map(({ ours }) => ours)),
      raw: summary(kept.map(({ theirs }) => theirs)),
      times: summary(kept.map(({ ours, theirs }) => ours / theirs)),
      slowest,
    };
  });

let begun;
const all = () => (begun ??= measured());

const page = async () => {
  const { page: ours, raw: baseline } = await all();
  return {
    what: `ledger page of ${LIMIT} at ${TASKS} tasks, two filters and a sort, p99 (ms)`,
    ours,
    baseline,
    atMost: 20,
  };
};

const times = async () => ({
  what: 'the same, in raw SQLite queries of the same page',
  ours: (await all()).times,
  atMost: 5,
});

const facets = async () => ({
  what: `all facets at ${TASKS} tasks, the slowest of five filters (ms)`,
  ours: (await all()).slowest,
  atMost: 100,
});

export const figures = [page, times, facets];
