import { AckPolicy, type ConsumerInfo, DeliverPolicy, type JetStreamManager } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { EVENTS, orAbsent, replicas } from './streams.js';

export type Durable = {
  /** The service, and what in it consumes. */
  readonly service: string;
  readonly name: string;
  /** Without `events.`: `rectification.task.*`. */
  readonly filter: string;
  /** How long the broker waits for a sign of life before it delivers again. */
  readonly ackWaitMs: number;
  /** How many events may be held at once, being worked on or waiting for those before them. */
  readonly mostHeld: number;
};

export const durableName = ({ service, name }: Pick<Durable, 'service' | 'name'>): string =>
  `${service}-${name}`;

/**
 * Sees to it that the broker has the durable consumer, and that it goes on after the last event before which all
 * were done. What was delivered after that and never confirmed would otherwise come back behind newer events of the
 * same case. Without a consumer, or when it looks for other events now, or had come further than the stream now
 * goes, all begins again with the first event.
 */
export const takeUp = async ({ consumers, streams }: JetStreamManager, durable: Durable): Promise<void> => {
  const name = durableName(durable);
  const filter = `events.${durable.filter}`;
  const known = await consumers.info(EVENTS, name).catch(orAbsent);
  const { state } = await streams.info(EVENTS);
  const goesOn = known?.config.filter_subject === filter && !isAhead(known, state.last_seq);
  if (known && goesOn && known.num_ack_pending === 0 && holdsAsMany(known, durable)) return;

  if (known) await consumers.delete(EVENTS, name);
  const after = goesOn ? lastDone(known) : 0;
  await consumers.add(EVENTS, {
    durable_name: name,
    filter_subject: filter,
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(durable.ackWaitMs),
    max_ack_pending: durable.mostHeld,
    ...(after === 0
      ? { deliver_policy: DeliverPolicy.All }
      : { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: after + 1 }),
  });
};

/**
 * After a power cut the stream may have lost its end while a consumer remembers having had it; it would miss what
 * is published in its place. A relay drops such consumers before it publishes; they are made again from the start.
 */
export const dropConsumersAhead = async ({ consumers, streams }: JetStreamManager): Promise<void> => {
  const { state } = await streams.info(EVENTS);
  try {
    for await (const known of consumers.list(EVENTS))
      if (isAhead(known, state.last_seq)) await consumers.delete(EVENTS, known.name).catch(orAbsent);
  } catch (error) {
    // Of a cluster most servers have the end of the stream; and one consumer that is without a leader for a while, and
    // cannot be listed, must not keep every relay waiting.
    if (replicas() === 1) throw error;
  }
};

/** Of a consumer that began in the middle and had nothing confirmed yet, the broker says that its floor is 0. */
const lastDone = ({ ack_floor, config }: ConsumerInfo): number =>
  Math.max(ack_floor.stream_seq, (config.opt_start_seq ?? 1) - 1);

const isAhead = ({ delivered, ack_floor }: ConsumerInfo, lastInStream: number): boolean =>
  Math.max(delivered.stream_seq, ack_floor.stream_seq) > lastInStream;

const holdsAsMany = ({ config }: ConsumerInfo, { ackWaitMs, mostHeld }: Durable): boolean =>
  config.ack_wait === nanos(ackWaitMs) && config.max_ack_pending === mostHeld;
