import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { Position } from '@redress/contracts/values';
import { InMemoryCheckpoints } from '@redress/eventsourcing/checkpoints';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { eventually, TestBroker } from './nats-server.testing.js';
import { natsOptions } from './nats-options.js';
import { append, numberIn, upTo } from './recorded.examples.js';
import { publishedIn } from './published.js';
import { Relay } from './relay.js';
import { supervise } from './supervise.js';

jest.setTimeout(30_000);

let broker: TestBroker;
let store: InMemoryEventStore;
let checkpoints: InMemoryCheckpoints;
let stop: AbortController;
let running: Promise<void>;

beforeEach(async () => {
  broker = await TestBroker.start();
  store = new InMemoryEventStore(new Clock());
  checkpoints = new InMemoryCheckpoints();
  start();
});

afterEach(async () => {
  await end();
  await broker.stop();
});

const start = (): void => {
  stop = new AbortController();
  const relay = new Relay('tally', store, checkpoints, broker.url);
  running = supervise('relay', () => relay.run(stop.signal), stop.signal);
};

const end = async (): Promise<void> => {
  stop.abort();
  await running;
};

/** The numbers in the stream, in its order. */
const inStream = async (): Promise<readonly number[]> => {
  const connection = await connect(natsOptions(broker.url));
  try {
    const { state } = await (await jetstreamManager(connection)).streams.info('EVENTS');
    const seen: number[] = [];
    if (state.messages === 0) return seen;
    const consumer = await jetstream(connection).consumers.get('EVENTS');
    for await (const message of await consumer.fetch({ max_messages: state.messages, expires: 2_000 })) {
      seen.push(numberIn(publishedIn(message).event));
      if (seen.length === state.messages) break;
    }
    return seen;
  } catch {
    return [];
  } finally {
    await connection.close();
  }
};
const has = (last: number) => async (): Promise<boolean> => (await inStream()).length >= last;

it('publishes each event once, in the order of the store', async () => {
  await append(store, upTo(700));
  await eventually(has(700));
  await append(store, [701, 702]);
  await eventually(has(702));
  expect(await inStream()).toEqual(upTo(702));
});

it('does not take it for a loss when others write to the log that it reads', async () => {
  await end();
  /** Says of each stretch that it reaches further than its last event, and goes on saying so when there is none. */
  class SharedLog extends InMemoryEventStore {
    override async *follow(after: Position, prefixes: readonly string[], signal: AbortSignal) {
      for await (const { events } of super.follow(after, prefixes, signal))
        for (let further = 1; !signal.aborted; further += 1) {
          yield { events: further === 1 ? events : [], upTo: String(further).padStart(20, '9') as Position };
          await pause(100);
        }
    }
  }
  const shared = new SharedLog(new Clock());
  await append(shared, upTo(3));
  stop = new AbortController();
  const noted = jest.spyOn(checkpoints, 'note');
  const before = noted.mock.calls.length;
  let failure: unknown;
  running = new Relay('tally', shared, checkpoints, broker.url)
    .run(stop.signal)
    .catch((error: unknown) => (failure = stop.signal.aborted ? undefined : error))
    .then(() => undefined);
  // It notes once a second, and looks into the stream every two.
  await eventually(() => failure !== undefined || noted.mock.calls.length - before >= 5);
  expect(failure).toBeUndefined();
  expect(await inStream()).toEqual(upTo(3));
});

it('goes on where it stopped', async () => {
  await append(store, upTo(3));
  await eventually(has(3));
  await end();
  await append(store, [4, 5]);
  start();
  await eventually(has(5));
  expect(await inStream()).toEqual(upTo(5));
});

it('repeats what it may have published, and the broker drops it', async () => {
  await append(store, upTo(3));
  await eventually(has(3));
  await end();
  checkpoints = new InMemoryCheckpoints();
  await append(store, [4]);
  start();
  await eventually(has(4));
  expect(await inStream()).toEqual(upTo(4));
});

it('publishes as one of two, and the other knows how far, and goes on when that one is gone', async () => {
  const other = new AbortController();
  const second = new Relay('tally', store, checkpoints, broker.url, 'second');
  await append(store, upTo(3));
  await eventually(has(3));
  const standby = supervise('second relay', () => second.run(other.signal), other.signal);
  const third = await store.last();
  await eventually(() => second.position === third);
  await end();
  await append(store, [4, 5]);
  await eventually(has(5));
  expect(await inStream()).toEqual(upTo(5));
  other.abort();
  await standby;
});

it('goes on when the broker was killed', async () => {
  await append(store, upTo(3));
  await eventually(has(3));
  await broker.kill();
  await append(store, [4, 5]);
  await broker.startAgain();
  await eventually(has(5));
  expect(await inStream()).toEqual(upTo(5));
});

it('fills the stream again when all data of the broker is gone', async () => {
  await append(store, upTo(300));
  await eventually(has(300));
  await broker.wipe();
  await eventually(has(300));
  await append(store, [301]);
  await eventually(has(301));
  expect(await inStream()).toEqual(upTo(301));
});

it('fills the stream again when it is emptied behind its back', async () => {
  await append(store, upTo(5));
  await eventually(has(5));
  const connection = await connect(natsOptions(broker.url));
  await (await jetstreamManager(connection)).streams.delete('EVENTS');
  await connection.close();
  await eventually(has(5));
  expect(await inStream()).toEqual(upTo(5));
});

it('publishes nothing again when old events are taken out of the stream, as long as its last one stays', async () => {
  await append(store, upTo(300));
  await eventually(has(300));
  await end();
  const connection = await connect(natsOptions(broker.url));
  const { streams } = await jetstreamManager(connection);
  await streams.purge('EVENTS', { filter: 'events.tally.>', keep: 1 });
  await connection.close();
  start();
  await append(store, [301, 302]);
  await eventually(has(3));
  expect(await inStream()).toEqual([300, 301, 302]);
});
