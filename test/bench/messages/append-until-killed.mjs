// node append-until-killed.mjs DATA: appends to the files of intake and rectification, two writers each, and prints a line for each.
import { randomUUIDv7 } from 'node:crypto';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { Clock } from '@redress/eventsourcing/clock';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';

const [data] = process.argv.slice(2);

const write = async (store) => {
  for (;;) {
    const id = randomUUIDv7();
    const event = {
      id,
      type: 'Counted',
      version: 1,
      data: { text: '噪音'.repeat(40) },
      actor: { role: 'system' },
      correlationId: id,
      causationId: id,
      happenedAt: '2026-03-20T08:00:00.000Z',
    };
    await store.append(`count-${id}`, [event], -1);
    writeSync(1, '.\n');
  }
};

await Promise.all(
  ['intake', 'rectification'].flatMap((service) => {
    const store = new SqliteEventStore(join(data, `${service}.sqlite`), new Clock());
    return [write(store), write(store)];
  }),
);
