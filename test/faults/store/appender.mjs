// node appender.mjs FILE NAME WRITERS [APPENDS]: appends from so many writers at once, to streams of its own, until it
// is killed or each has made so many appends. Prints the id of each event that the store acknowledged, a line each.
import { randomUUIDv7 } from 'node:crypto';
import { writeSync } from 'node:fs';
import { Clock } from '@redress/eventsourcing/clock';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';

const [file, name, writers, appends = 'Infinity'] = process.argv.slice(2);
const store = new SqliteEventStore(file, new Clock());

const newEvent = (n) => ({
  id: randomUUIDv7(),
  type: 'Counted',
  version: 1,
  data: { n, text: '噪音'.repeat(40) },
  actor: { role: 'system' },
  correlationId: '0190a5c4-0000-7000-8000-000000000001',
  causationId: '0190a5c4-0000-7000-8000-000000000002',
  happenedAt: '2026-03-20T08:00:00.000Z',
});

const write = async (writer) => {
  const stream = `count-${name}-${writer}`;
  let revision = (await store.read(stream)).length - 1;
  for (let n = 0; n < Number(appends); n += 1) {
    const events = Array.from({ length: (n % 3) + 1 }, (_, index) => newEvent(index));
    ({ revision } = await store.append(stream, events, revision));
    writeSync(1, events.map(({ id }) => `${id}\n`).join(''));
  }
};

try {
  await Promise.all(Array.from({ length: Number(writers) }, (_, writer) => write(writer)));
  store.close();
} catch (error) {
  writeSync(2, `${error.name}: ${error.message}\n`);
  process.exitCode = 3;
}
