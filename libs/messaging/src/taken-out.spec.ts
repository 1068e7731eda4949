import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { Recorded } from '@redress/contracts/event';
import { InMemoryCheckpoints } from '@redress/eventsourcing/checkpoints';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { backlogOf } from './backlog.js';
import { eventually, TestBroker } from './nats-server.testing.js';
import { natsOptions } from './nats-options.js';
import { react } from './react.js';
import { Reaction } from './reaction.js';
import { append, numberIn, upTo } from './recorded.examples.js';
import { Relay } from './relay.js';
import { supervise } from './supervise.js';

jest.setTimeout(30_000);

class Tally extends Reaction {
  override readonly name = 'tally';
  override readonly listensTo = 'tally.count.*';
  readonly done: number[] = [];

  override react(event: Recorded): Promise<void> {
    this.done.push(numberIn(event));
    return Promise.resolve();
  }
}

let broker: TestBroker;
let connection: NatsConnection;
let stop: AbortController;
const running: Promise<void>[] = [];

beforeEach(async () => {
  broker = await TestBroker.start();
  connection = await connect(natsOptions(broker.url));
  stop = new AbortController();
});

afterEach(async () => {
  stop.abort();
  await Promise.all(running.splice(0));
  await connection.close();
  await broker.stop();
});

it('goes on when what it had is taken out of the stream, and has all again when the stream is deleted', async () => {
  const store = new InMemoryEventStore(new Clock());
  const relay = new Relay('tally', store, new InMemoryCheckpoints(), broker.url);
  running.push(supervise('relay', () => relay.run(stop.signal), stop.signal));
  const before = new AbortController();
  const tally = new Tally();
  const ended = react('ledger', tally, before.signal, { url: broker.url });
  const isIdle = async (): Promise<boolean> => {
    const of = { service: 'ledger', name: 'tally' };
    return (await backlogOf(await jetstreamManager(connection), of)).pending === 0;
  };
  await append(store, upTo(20));
  await eventually(async () => tally.done.length === 20 && (await isIdle()));
  before.abort();
  await ended;
  const { streams } = await jetstreamManager(connection);
  await streams.purge('EVENTS', { filter: 'events.tally.>', keep: 1 });
  await append(store, [21, 22]);
  const after = new Tally();
  running.push(react('ledger', after, stop.signal, { url: broker.url }));
  await eventually(async () => after.done.length === 2 && (await isIdle()));
  expect(after.done).toEqual([21, 22]);

  await streams.delete('EVENTS');
  await eventually(() => after.done.length === 24);
  expect(after.done.slice(2)).toEqual(upTo(22));
});
