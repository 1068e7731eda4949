import { once } from 'node:events';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { LeaseLost, whileLeading } from './lease.js';
import { eventually, TestBroker } from './nats-server.testing.js';
import { natsOptions } from './nats-options.js';

jest.setTimeout(30_000);

let broker: TestBroker;
let connections: NatsConnection[];
let leading: string[];
let stops: AbortController[];
let ends: Promise<unknown>[];

beforeEach(async () => {
  broker = await TestBroker.start();
  [connections, leading, stops, ends] = [[], [], [], []];
});

afterEach(async () => {
  for (const stop of stops) stop.abort();
  await Promise.all(ends);
  await Promise.all(connections.map((connection) => connection.close()));
  await broker.stop();
});

/** A copy of a service as another process would be: it leads until it is stopped. */
const copy = async (
  name: string,
): Promise<{ connection: NatsConnection; stop(): void; ended: Promise<unknown> }> => {
  const connection = await connect({ ...natsOptions(broker.url), reconnect: false });
  const stop = new AbortController();
  const work = async (signal: AbortSignal): Promise<void> => {
    leading.push(name);
    await new Promise<void>((end) => {
      signal.addEventListener('abort', () => {
        end();
      });
    });
    leading.splice(leading.indexOf(name), 1);
    if (!stop.signal.aborted) throw signal.reason;
  };
  const ended = whileLeading(connection, 'tally', work, stop.signal, { holder: name }).catch(
    (error: unknown) => error,
  );
  connections.push(connection);
  stops.push(stop);
  ends.push(ended);
  return {
    connection,
    stop: () => {
      stop.abort();
    },
    ended,
  };
};

it('lets one of two lead, and the other when that one stops', async () => {
  const first = await copy('first');
  await eventually(() => leading.length === 1);
  await copy('second');
  // Longer than a lease lasts: the first keeps it.
  const begun = Date.now();
  await eventually(() => Date.now() - begun > 5_000);
  expect(leading).toEqual(['first']);
  first.stop();
  await eventually(() => leading.includes('second'));
  expect(leading).toEqual(['second']);
});

it('lets the other lead when the first is gone without a word', async () => {
  const first = await copy('first');
  await eventually(() => leading.length === 1);
  await copy('second');
  // It neither renews nor gives back.
  await first.connection.close();
  await eventually(() => leading.includes('second'));
  expect(await first.ended).toBeInstanceOf(LeaseLost);
  expect(leading).toEqual(['second']);
});

it('ends the work before another can have the lease when the broker says nothing more', async () => {
  const connection = await connect({ ...natsOptions(broker.url), reconnect: false });
  connections.push(connection);
  const held: boolean[] = [];
  const work = async (signal: AbortSignal, isHeld: () => boolean): Promise<void> => {
    held.push(isHeld());
    broker.halt();
    await once(signal, 'abort');
    held.push(isHeld());
  };
  const begun = Date.now();
  const never = new AbortController();
  const leading = whileLeading(connection, 'tally', work, never.signal, { holder: 'first' });
  await eventually(() => held.length === 2);
  expect(held).toEqual([true, false]);
  expect(Date.now() - begun).toBeGreaterThan(3_000);
  broker.goOn();
  await leading;
});

it('takes its own lease again at once', async () => {
  const first = await copy('first');
  await eventually(() => leading.length === 1);
  await first.connection.close();
  await first.ended;
  const begun = Date.now();
  await copy('first');
  await eventually(() => leading.length === 1);
  expect(Date.now() - begun).toBeLessThan(2_000);
});
