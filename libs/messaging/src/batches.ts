import { setImmediate as nextTurn } from 'node:timers/promises';
import { consume, type Delivery, type MakeConsumer } from './consume.js';
import { whileConsuming } from './consuming.js';
import type { Published } from './published.js';
import { tracing } from '@redress/telemetry/tracing';
import { supervise } from './supervise.js';

export type Batches = {
  readonly service: string;
  /** Unique within the service, and never changed: how far it has come is kept under this name. */
  readonly name: string;
  /** Where the name holds an id: what it is called in numbers and wherever else names must be few. */
  readonly called?: string;
  /** Without `events.`: `>` for every event of every service. */
  readonly filter: string;
  /** At most so many events at once. */
  readonly batch: number;
  /** Gets each event at least once, in the order of the stream. When it throws, the same events come again. */
  readonly handle: (events: readonly Published[]) => Promise<void>;
  readonly signal: AbortSignal;
  readonly ackWaitMs?: number;
  readonly url?: string;
};

/** Hands over events in batches, one after another, until the signal aborts. Never gives up a readable event. */
export const consumeBatches = ({
  service,
  name,
  called = name,
  filter,
  batch,
  handle,
  signal: stop,
  ackWaitMs = 30_000,
  url,
}: Batches): Promise<void> => {
  const durable = { service, name, filter, ackWaitMs, mostHeld: batch * 4 };
  return whileConsuming({ service, name, called }, () =>
    supervise(
      `consumer ${name}`,
      (signal) => consume(durable, batching(service, batch, handle), signal, url),
      stop,
    ),
  );
};

const batching =
  (service: string, size: number, handle: Batches['handle']): MakeConsumer =>
  (signal, fail) => {
    const waiting: Delivery[] = [];
    const handleAll = async (): Promise<void> => {
      while (waiting.length > 0 && !signal.aborted) {
        // What arrived in the same moment goes together.
        await nextTurn();
        const deliveries = waiting.splice(0, size);
        const spans = deliveries.map(
          ({ from }) => from && tracing()?.begin({ name: service, kind: 'consumer', parent: from }),
        );
        await handle(deliveries.map(({ service: by, event }) => ({ service: by, event })));
        for (const span of spans) span?.end();
        for (const { done } of deliveries) done();
      }
    };
    let working: Promise<void> | undefined;
    return {
      receive: (delivery) => {
        waiting.push(delivery);
        working ??= handleAll()
          .catch(fail)
          .finally(() => (working = undefined));
      },
      settled: () => working ?? Promise.resolve(),
    };
  };
