// node follower.mjs FILE COUNT: follows the store until it has seen so many events, then prints their positions as JSON.
import { writeSync } from 'node:fs';
import { Clock } from '@redress/eventsourcing/clock';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';

const [file, count] = process.argv.slice(2);
const store = new SqliteEventStore(file, new Clock());
const stop = new AbortController();
const seen = [];
writeSync(1, 'following\n');
for await (const { events } of store.follow('', ['count-'], stop.signal)) {
  seen.push(...events.map(({ position }) => Number(position)));
  if (seen.length >= Number(count)) stop.abort();
}
writeSync(1, `${JSON.stringify(seen)}\n`);
store.close();
