import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { InMemoryCheckpoints } from '@redress/eventsourcing/checkpoints';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { consumeBatches } from './batches.js';
import { eventually, TestBroker } from './nats-server.testing.js';
import { append, numberIn, upTo } from './recorded.examples.js';
import { Relay } from './relay.js';
import { supervise } from './supervise.js';

jest.setTimeout(30_000);

const MESSAGES = 'jetstream/$G/streams/EVENTS/msgs';

let broker: TestBroker;
let stop: AbortController;
let running: Promise<unknown>[];
let seen: number[];

beforeEach(async () => {
  broker = await TestBroker.start();
  [running, seen] = [[], []];
});

afterEach(async () => {
  await end();
  await broker.stop();
});

const store = new InMemoryEventStore(new Clock());
const checkpoints = new InMemoryCheckpoints();

const begin = (): void => {
  stop = new AbortController();
  const { signal } = stop;
  const { url } = broker;
  const relay = new Relay('tally', store, checkpoints, url);
  const handle: Parameters<typeof consumeBatches>[0]['handle'] = (published) => {
    seen.push(...published.map(({ event }) => numberIn(event)));
    return Promise.resolve();
  };
  running = [
    supervise('relay', () => relay.run(signal), signal),
    consumeBatches({ service: 'audit', name: 'book', filter: '>', batch: 10, handle, signal, url }),
  ];
};

const end = async (): Promise<void> => {
  stop.abort();
  await Promise.all(running);
};

it('hears again what took the place of events that the stream lost, though it had come further', async () => {
  const messages = join(broker.folder, MESSAGES);
  const kept = join(broker.folder, 'kept');
  begin();
  await append(store, upTo(10));
  await eventually(() => seen.length === 10);
  await end();
  await broker.end();
  await cp(messages, kept, { recursive: true });

  await broker.startAgain();
  begin();
  await append(store, upTo(20).slice(10));
  await eventually(() => seen.length === 20);
  await end();
  // As after a power cut: the stream has lost its end, the consumer remembers that it had it.
  await broker.end();
  await rm(messages, { recursive: true });
  await cp(kept, messages, { recursive: true });

  await broker.startAgain();
  seen = [];
  await append(store, [21]);
  begin();
  await eventually(() => seen.includes(21));
  expect([...new Set(seen)]).toEqual(expect.arrayContaining([...upTo(21)].slice(10)));
});
