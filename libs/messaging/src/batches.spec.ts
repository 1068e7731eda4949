import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { InMemoryCheckpoints } from '@redress/eventsourcing/checkpoints';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { backlogOf } from './backlog.js';
import { consumeBatches } from './batches.js';
import { eventually, TestBroker } from './nats-server.testing.js';
import { natsOptions } from './nats-options.js';
import type { Published } from './published.js';
import { append, numberIn, upTo } from './recorded.examples.js';
import { Relay } from './relay.js';
import { supervise } from './supervise.js';

jest.setTimeout(30_000);

const BOOK = { service: 'audit', name: 'book' };

let broker: TestBroker;
let store: InMemoryEventStore;
let stop: AbortController;
let batches: (readonly number[])[];
let services: Set<string>;
const running: Promise<void>[] = [];

beforeEach(async () => {
  broker = await TestBroker.start();
  store = new InMemoryEventStore(new Clock());
  stop = new AbortController();
  [batches, services] = [[], new Set()];
  const relay = new Relay('tally', store, new InMemoryCheckpoints(), broker.url);
  running.push(supervise('relay', () => relay.run(stop.signal), stop.signal));
});

afterEach(async () => {
  stop.abort();
  await Promise.all(running.splice(0));
  await broker.stop();
});

const keep = (published: readonly Published[]): Promise<void> => {
  batches.push(published.map(({ event }) => numberIn(event)));
  for (const { service } of published) services.add(service);
  return Promise.resolve();
};

const start = (handle = keep): void => {
  const filter = '>';
  running.push(consumeBatches({ ...BOOK, filter, batch: 40, handle, signal: stop.signal, url: broker.url }));
};

const backlog = async (): ReturnType<typeof backlogOf> => {
  const connection = await connect(natsOptions(broker.url));
  try {
    return await backlogOf(await jetstreamManager(connection), BOOK);
  } finally {
    await connection.close();
  }
};

it('hands over all in order, many at a time but no more than asked for, and confirms them', async () => {
  await append(store, upTo(500));
  start();
  await eventually(() => batches.flat().length === 500);
  await eventually(async () => (await backlog()).pending === 0);
  expect(batches.flat()).toEqual(upTo(500));
  expect(Math.max(...batches.map(({ length }) => length))).toBeLessThanOrEqual(40);
  expect(batches.length).toBeLessThan(100);
  expect([...services]).toEqual(['tally']);
});

it('hands over the same again when it failed, and nothing after it before', async () => {
  let failures = 0;
  await append(store, upTo(100));
  start((published) => {
    if (batches.length === 1 && (failures += 1) < 3) return Promise.reject(new Error('not now'));
    return keep(published);
  });
  await eventually(() => batches.flat().length >= 100);
  expect(failures).toBe(3);
  expect(batches.flat()).toEqual(upTo(100));
});

it('has all again when the data of the broker is gone', async () => {
  await append(store, upTo(60));
  start();
  await eventually(() => batches.flat().length === 60);
  await broker.wipe();
  await append(store, [61]);
  await eventually(() => batches.flat().includes(61));
  expect(batches.flat().slice(-61)).toEqual(upTo(61));
});

it('puts what is no event among the dead letters, and goes on', async () => {
  start();
  await append(store, [1]);
  await eventually(() => batches.flat().includes(1));
  const connection = await connect(natsOptions(broker.url));
  connection.publish('events.tally.count.Counted', '{"id":"alone"}');
  await connection.drain();
  await append(store, [2]);
  await eventually(() => batches.flat().includes(2));
  await eventually(async () => (await backlog()).pending === 0);
  expect(await backlog()).toMatchObject({ pending: 0, deadLetters: 1 });
});
