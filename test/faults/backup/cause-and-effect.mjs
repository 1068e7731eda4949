// node cause-and-effect.mjs cause|effect DATA: one process appends causes to intake's file, another follows it and appends an effect of
// each to rectification's, until it is killed. Each prints a line for each append.
import { randomUUIDv7 } from 'node:crypto';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { Clock } from '@redress/eventsourcing/clock';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';

const [part, data] = process.argv.slice(2);
const intake = new SqliteEventStore(join(data, 'intake.sqlite'), new Clock());

const newEvent = (causationId) => ({
  id: randomUUIDv7(),
  type: 'Counted',
  version: 1,
  data: { text: '噪音'.repeat(40) },
  actor: { role: 'system' },
  correlationId: '0190a5c4-0000-7000-8000-000000000001',
  causationId,
  happenedAt: '2026-03-20T08:00:00.000Z',
});

if (part === 'cause')
  for (let n = 0; ; n += 1) {
    const event = newEvent(randomUUIDv7());
    await intake.append(`opinion-${event.id}`, [event], -1);
    writeSync(1, `${event.id}\n`);
  }
else {
  const rectification = new SqliteEventStore(join(data, 'rectification.sqlite'), new Clock());
  for await (const { events } of intake.follow('', ['opinion-'], new AbortController().signal))
    for (const { id } of events) {
      await rectification.append(`issue-${id}`, [newEvent(id)], -1);
      writeSync(1, `${id}\n`);
    }
}
