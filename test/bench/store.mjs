import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '@redress/eventsourcing/clock';
import { project } from '@redress/read-models/project';
import { opened } from '@redress/store-sqlite/database';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';
import { newEvent } from './progress-event.mjs';
import { alternating, perSecond } from './rounds.mjs';

const ROUNDS = 7;
const APPENDS = 40_000;
const REPLAYED = 1_000_000;

const inFolder = async (act) => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'));
  try {
    return await act(join(folder, 'events.sqlite'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** So many writers, each with a stream of its own, each waiting for its append before the next. */
const appendsPerSecond = (file, writers) => {
  const store = new SqliteEventStore(file, new Clock());
  const each = Math.ceil(APPENDS / writers);
  const events = eventsOf(writers * each);
  const write = async (_, writer) => {
    for (let n = 0; n < each; n += 1)
      await store.append(`task-${writer}`, [events[n * writers + writer]], n - 1);
  };
  return perSecond(each * writers, () => Promise.all(Array.from({ length: writers }, write))).finally(() =>
    store.close(),
  );
};

/** The least that can be done: the rows of the table, ready made, in one transaction for all who wait. */
const rawAppendsPerSecond = async (file, writers) => {
  const each = Math.ceil(APPENDS / writers);
  const rows = rowsOf(writers, each);
  const db = opened(file, 'FULL');
  const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?)');
  let waiting = [];
  const commit = () => {
    const group = waiting;
    waiting = [];
    db.exec('BEGIN IMMEDIATE');
    for (const { row } of group) insert.run(...row);
    db.exec('COMMIT');
    for (const { done } of group) done();
  };
  const append = (row) =>
    new Promise((done) => {
      if (waiting.length === 0) setImmediate(commit);
      waiting.push({ row, done });
    });
  const write = async (_, writer) => {
    for (let n = 0; n < each; n += 1) await append(rows[n * writers + writer]);
  };
  try {
    return await perSecond(each * writers, () => Promise.all(Array.from({ length: writers }, write)));
  } finally {
    db.close();
  }
};

// Both sides are given events that were made in the same way: ids of the same millisecond are in no order, and the more
// of them there are, the more pages of an index a group of them touches.
const eventsOf = (count) => Array.from({ length: count }, (_, n) => newEvent(n));

const rowsOf = (writers, each) => {
  const recordedAt = new Date().toISOString();
  return eventsOf(writers * each).map((event, index) => {
    const revision = Math.floor(index / writers);
    const stream = `task-${index % writers}`;
    const position = String(index + 1).padStart(16, '0');
    const text = JSON.stringify({ ...event, stream, revision, position, recordedAt });
    return [index + 1, stream, revision, event.id, text];
  });
};

const appends = async (writers) => ({
  what: `durable appends, ${writers} writers (events/s)`,
  ...(await alternating(ROUNDS, {
    ours: () => inFolder((file) => appendsPerSecond(file, writers)),
    baseline: () => inFolder((file) => rawAppendsPerSecond(file, writers)),
  })),
  atLeast: 0.6,
});

const reported = {
  name: 'reported',
  version: 1,
  of: { name: 'task', lifts: { ProgressReported: [] } },
  indexes: [],
  search: [],
  on: {
    ProgressReported: ({ taskId, text }, { recordedAt, revision }) => ({
      put: { id: String(taskId % 1_000), text, recordedAt, revision },
    }),
  },
};

/** A home of rows that folds the changes and keeps them in memory: what is measured is the way there. */
const foldedPerSecond = async (file) => {
  const store = new SqliteEventStore(file, new Clock());
  const end = await store.last();
  const rows = new Map();
  const stop = new AbortController();
  const models = {
    positionOf: () => Promise.resolve(''),
    apply: (_, changes, __, upTo) => {
      for (const { put } of changes) rows.set(put.id, put);
      if (upTo === end) stop.abort();
      return Promise.resolve(true);
    },
  };
  try {
    return await perSecond(REPLAYED, () => project(store, models, reported, stop.signal));
  } finally {
    if (rows.size !== 1_000) throw new Error(`${rows.size} rows came out of the replay, not 1000`);
    store.close();
  }
};

const parsedPerSecond = async (file) => {
  const db = opened(file, 'FULL');
  const read = db.prepare('SELECT event FROM events WHERE position > ? ORDER BY position LIMIT 1000');
  let parsed = 0;
  try {
    return await perSecond(REPLAYED, () => {
      for (let rows = read.all(0); rows.length > 0; rows = read.all(parsed))
        for (const { event } of rows) if (JSON.parse(event).version === 1) parsed += 1;
    });
  } finally {
    if (parsed !== REPLAYED) throw new Error(`${parsed} events were read, not ${REPLAYED}`);
    db.close();
  }
};

const fill = (file) => {
  const db = opened(file, 'NORMAL');
  const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?)');
  db.exec('BEGIN IMMEDIATE');
  for (const row of rowsOf(1_000, REPLAYED / 1_000)) insert.run(...row);
  db.exec('COMMIT');
  db.close();
};

const replay = () =>
  inFolder(async (file) => {
    fill(file);
    return {
      what: 'replay of 1,000,000 events through a projection (events/s)',
      ...(await alternating(ROUNDS, {
        ours: () => foldedPerSecond(file),
        baseline: () => parsedPerSecond(file),
      })),
      atLeast: 0.5,
    };
  });

export const figures = [() => appends(128), () => appends(16), replay];
