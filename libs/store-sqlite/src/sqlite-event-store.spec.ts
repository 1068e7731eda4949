import { afterEach } from '@jest/globals';
import { Clock } from '@redress/eventsourcing/clock';
import { conforms } from '@redress/eventsourcing/event-store.conformance';
import { SqliteEventStore } from './sqlite-event-store.js';
import { newFolder } from './folders.examples.js';

const files = new Map<unknown, string>();
const opened = (file: string, clock = new Clock()): SqliteEventStore => {
  const store = new SqliteEventStore(file, clock);
  files.set(store, file);
  return store;
};

conforms('SqliteEventStore', {
  open: (clock) => opened(`${newFolder()}/events.sqlite`, clock),
  another: (store) => opened(files.get(store) ?? ''),
});

afterEach(() => {
  for (const store of files.keys()) (store as SqliteEventStore).close();
  files.clear();
});
