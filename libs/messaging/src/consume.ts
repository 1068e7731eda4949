import { type JetStreamClient, jetstream, type JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { Logger } from '@nestjs/common';
import { overConnection } from './connection.js';
import { bury } from './dead-letters.js';
import { type Durable, durableName, takeUp } from './durable.js';
import { Held } from './held.js';
import { whileLeading } from './lease.js';
import { type Published, publishedIn } from './published.js';
import { ensureStreams, EVENTS } from './streams.js';
import { placeIn, TRACE_HEADER } from '@redress/telemetry/place';
import type { Place } from '@redress/telemetry/span';
import { nameOf } from './failure.js';

const logger = new Logger('consume');

/** When the broker has said nothing for twice as long, another of its servers leads the consumer: it is asked again. */
const HEARTBEAT_MS = 1_500;

/** What came, and how to be done with it: exactly one of the two, once. */
export type Delivery = Published & {
  /** Of who published it, where it is traced. */
  readonly from: Place | undefined;
  readonly done: () => void;
  readonly giveUp: (reason: unknown, attempts: number) => Promise<void>;
};

/** Works on what is delivered, until the signal aborts; a fault that it cannot deal with it reports to `fail`. */
export type Consumer = {
  receive(delivery: Delivery): void;
  /** Resolves when nothing is being worked on any more. */
  settled(): Promise<void>;
};
export type MakeConsumer = (signal: AbortSignal, fail: (error: unknown) => void) => Consumer;

/**
 * Consumes one durable until the signal aborts or something fails; it can then be called again and goes on where all
 * was done. Of several processes that call it, one consumes, and another takes over when that one is gone. What is
 * not readable goes to the dead letters at once.
 */
export const consume = (
  durable: Durable,
  make: MakeConsumer,
  stop: AbortSignal,
  url?: string,
): Promise<void> =>
  overConnection(
    (connection, signal) =>
      whileLeading(
        connection,
        leaseOf(durable),
        (leading) => deliver(connection, durable, make, leading),
        signal,
      ),
    stop,
    url,
  );

/** Under the name of the service, which may then be granted its own leases and no other. */
const leaseOf = ({ service, name }: Durable): string => `${service}.${name}`;

const deliver = async (
  connection: NatsConnection,
  durable: Durable,
  make: MakeConsumer,
  stop: AbortSignal,
): Promise<void> => {
  const js = jetstream(connection);
  const manager = await js.jetstreamManager();
  await ensureStreams(manager);
  await takeUp(manager, durable);

  const failed = new AbortController();
  const signal = AbortSignal.any([stop, failed.signal]);
  const held = new Held(durable.ackWaitMs);
  const consumer = make(signal, (error) => {
    failed.abort(error);
  });
  const source = await js.consumers.get(EVENTS, durableName(durable));
  const messages = await source.consume({
    max_messages: durable.mostHeld,
    idle_heartbeat: HEARTBEAT_MS,
    abort_on_missing_resource: true,
  });
  const end = (): void => {
    messages.stop();
  };
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  try {
    for await (const message of messages) {
      if (signal.aborted) break;
      if (held.take(message)) await receive(js, durable, held, message, consumer);
    }
    failed.signal.throwIfAborted();
  } finally {
    failed.abort();
    await consumer.settled();
    held.close();
  }
};

const receive = async (
  js: JetStreamClient,
  durable: Durable,
  held: Held,
  message: JsMsg,
  consumer: Consumer,
): Promise<void> => {
  const giveUp = async (reason: unknown, attempts: number): Promise<void> => {
    await bury(js, durable, message, reason, attempts);
    logger.error(
      `${durableName(durable)} gave up ${message.subject} ${String(message.seq)}: ${nameOf(reason)}`,
    );
    held.release(message, 'term');
  };
  const done = (): void => {
    held.release(message, 'ack');
  };
  try {
    const from = placeIn(message.headers?.get(TRACE_HEADER));
    consumer.receive({ ...publishedIn(message), from, done, giveUp });
  } catch (error) {
    await giveUp(error, 0);
  }
};
