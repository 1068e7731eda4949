import './typescript.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUIDv7 } from 'node:crypto';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';
import { SqliteReadModels } from '@redress/store-sqlite/sqlite-read-models';
import { START } from '@redress/contracts/values';
import { newEvent } from './progress-event.mjs';
import { perSecond, summary } from './rounds.mjs';

const { KurrentDouble } = await import('../conformance/doubles/kurrent-double.ts');
const { MongoDouble } = await import('../conformance/doubles/mongo-double.ts');
const { kurrentHome } = await import('../conformance/kurrent-home.ts');
const { mongoHome } = await import('../conformance/mongo-home.ts');

const ROUNDS = 3;
const EVENTS = 4_000;
const WRITERS = 16;
const ROWS = 4_000;
const BATCH = 500;
const PAGES = 100;

const inFile = (Store, ...more) => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'));
  const store = new Store(join(folder, 'events.sqlite'), ...more);
  const close = () => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { kept: store, close };
};

/** An engine that is named is the real one; a double says how much of the time is the adapter's own, and nothing of a server. */
const kurrentDb = async () => {
  const url = process.env.REDRESS_KURRENTDB_URL;
  const double = url ? undefined : await KurrentDouble.start();
  const home = kurrentHome(url ?? double.url);
  const close = () => {
    home.close();
    double?.stop();
  };
  return { kept: home.open(new Clock()), close };
};

const mongoDb = async () => {
  const url = process.env.REDRESS_MONGODB_URL;
  const double = url ? undefined : await MongoDouble.start({ isReplicaSet: true });
  const home = mongoHome(url ?? double.url);
  const close = async () => {
    await home.close();
    await double?.stop();
  };
  return { kept: await home.open(), close };
};

const called = (name, variable) => (process.env[variable] ? name : `${name} (a double)`);

const LOGS = {
  SQLite: () => inFile(SqliteEventStore, new Clock()),
  memory: () => ({ kept: new InMemoryEventStore(new Clock()), close: () => undefined }),
  [called('KurrentDB', 'REDRESS_KURRENTDB_URL')]: kurrentDb,
};
const HOMES = {
  SQLite: () => inFile(SqliteReadModels),
  memory: () => ({ kept: new InMemoryReadModels(), close: () => undefined }),
  [called('MongoDB', 'REDRESS_MONGODB_URL')]: mongoDb,
};

const appending = (store) =>
  perSecond(EVENTS, () =>
    Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        for (let n = 0; n < EVENTS / WRITERS; n += 1)
          await store.append(`task-${writer}`, [newEvent(n)], n - 1);
      }),
    ),
  );

const reading = (store) =>
  perSecond(EVENTS, async () => {
    let read = 0;
    const last = await store.last();
    for (let from = START; from < last;) {
      const slice = await store.readAll(from, ['task-'], 1_000);
      read += slice.events.length;
      from = slice.upTo;
    }
    if (read !== EVENTS) throw new Error(`${read} events were read, not ${EVENTS}`);
  });

const loading = async (store) => {
  const streams = Array.from({ length: WRITERS }, (_, writer) => `task-${writer}`);
  return perSecond(EVENTS, async () => {
    const read = await Promise.all(streams.map((stream) => store.read(stream)));
    if (read.flat().length !== EVENTS) throw new Error(`${read.flat().length} events were read`);
  });
};

const lines = {
  name: 'lines',
  version: 1,
  of: { name: 'task', lifts: { ProgressReported: [] } },
  indexes: [['unit', 'due']],
  search: ['text'],
  on: {},
};
const line = (n) => ({
  id: randomUUIDv7(),
  unit: `unit-${n % 20}`,
  due: new Date(Date.UTC(2026, 0, 1 + (n % 300))).toISOString().slice(0, 10),
  text: `第${n}号 现场查看`,
});
const placeOf = (n) => String(n).padStart(16, '0');

const writing = (models) =>
  perSecond(ROWS, async () => {
    let from = START;
    for (let n = 0; n < ROWS; n += BATCH) {
      const changes = Array.from({ length: BATCH }, (_, at) => ({ put: line(n + at) }));
      if (!(await models.apply(lines, changes, from, placeOf(n + BATCH))))
        throw new Error('another was first');
      from = placeOf(n + BATCH);
    }
  });

const paging = (models) =>
  perSecond(PAGES, async () => {
    for (let n = 0; n < PAGES; n += 1) {
      const query = { where: { unit: `unit-${n % 20}` }, by: 'due', limit: 50 };
      const { rows } = await models.find(lines, query);
      if (rows.length !== 50) throw new Error(`${rows.length} rows are on the page`);
    }
  });

/** The same on each engine in turn, several times over; each is told beside SQLite of the same rounds. */
const sideBySide = (engines, measures) => {
  let measured;
  const all = async () => {
    const values = new Map();
    for (let round = 0; round <= ROUNDS; round += 1)
      for (const [engine, open] of Object.entries(engines)) {
        const { kept, close } = await open();
        for (const [what, measure] of Object.entries(measures)) {
          const value = await measure(kept);
          const name = `${engine}: ${what}`;
          // The first round warms up.
          if (round > 0) values.set(name, [...(values.get(name) ?? []), value]);
        }
        await close();
      }
    return values;
  };
  return Object.keys(measures).flatMap((what) =>
    Object.keys(engines).map((engine) => async () => {
      measured ??= all();
      const values = await measured;
      const ours = summary(values.get(`${engine}: ${what}`));
      if (engine === 'SQLite') return { what: `${what}, SQLite`, ours };
      const baseline = summary(values.get(`SQLite: ${what}`));
      return { what: `${what}, ${engine}`, ours, baseline, ratio: ours.median / baseline.median };
    }),
  );
};

export const figures = [
  ...sideBySide(LOGS, {
    'durable appends, 16 writers (events/s)': appending,
    'the log from end to end (events/s)': reading,
    'streams of 250 events (events/s)': loading,
  }),
  ...sideBySide(HOMES, {
    'rows applied in batches of 500 (rows/s)': writing,
    'pages of 50 by a filter and a sort (pages/s)': paging,
  }),
];
