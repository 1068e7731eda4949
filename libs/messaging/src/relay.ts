import { setTimeout as pause } from 'node:timers/promises';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import type { Recorded } from '@redress/contracts/event';
import { type Position, START } from '@redress/contracts/values';
import type { Checkpoints } from '@redress/eventsourcing/checkpoints';
import type { EventStore } from '@redress/eventsourcing/event-store';
import { overConnection } from './connection.js';
import { dropConsumersAhead } from './durable.js';
import { Flights, type Sending } from './flight.js';
import { natsOptions } from './nats-options.js';
import { ensureStreams, EVENTS } from './streams.js';
import { subjectOf } from './subjects.js';

/** By which the broker knows a repeat. */
const ID_HEADER = 'Nats-Msg-Id';
const POSITION_HEADER = 'Redress-Position';
const CHECKPOINT = 'relay';

/** How much is published before the broker has confirmed any of it. */
const MOST_IN_FLIGHT = { events: 256, bytes: 4_000_000 };
/** How often the stream is looked at, and how often at most the checkpoint is written. */
const LOOK_EVERY_MS = 2_000;
const NOTE_EVERY_MS = 1_000;

/** The stream holds less than was published: somebody wiped it. */
export class StreamFellBehind extends Error {
  override readonly name = 'StreamFellBehind';
}

/**
 * Publishes what a service has in its store to JetStream, in the order of the store, each event under its id.
 *
 * What counts is what the stream holds: a relay begins after its checkpoint or after the last event of the service
 * in the stream, whichever is the earlier, so a stream that was lost is filled again from the store. An event may be
 * published more than once; within minutes the broker drops the repeat, later the consumers know it.
 */
export class Relay {
  /** How far the broker has confirmed. */
  position = START;
  private noted = { position: START, at: 0 };

  constructor(
    private readonly service: string,
    private readonly store: EventStore,
    private readonly checkpoints: Checkpoints,
    private readonly url?: string,
  ) {}

  /** Runs until the signal aborts, or fails; it can then be run again. */
  run(stop: AbortSignal): Promise<void> {
    return overConnection(
      async (connection, signal) => {
        const manager = await jetstreamManager(connection);
        await ensureStreams(manager);
        await dropConsumersAhead(manager);
        this.position = await this.whereToBegin(manager);
        const ends = new AbortController();
        try {
          const both = AbortSignal.any([signal, ends.signal]);
          await Promise.race([
            this.publishAll(new Flights(connection, natsOptions(this.url).inboxPrefix), both),
            this.watch(manager, both),
          ]);
        } finally {
          ends.abort();
          await this.note();
        }
      },
      stop,
      this.url,
    );
  }

  private async whereToBegin(manager: JetStreamManager): Promise<Position> {
    const position = await this.checkpoints.positionOf(CHECKPOINT);
    this.noted = { position, at: Date.now() };
    const inStream = await this.lastInStream(manager);
    return inStream < position ? inStream : position;
  }

  private async publishAll(flights: Flights, signal: AbortSignal): Promise<void> {
    for await (const { events, upTo } of this.store.follow(this.position, [''], signal)) {
      for (const flight of flightsOf(this.service, events)) {
        signal.throwIfAborted();
        await flights.send(flight);
        this.position = flight.at(-1)?.position ?? this.position;
      }
      this.position = upTo;
      if (Date.now() - this.noted.at > NOTE_EVERY_MS) await this.note();
    }
  }

  /** The broker does not tell when a stream is emptied under its publisher: so one has to look. */
  private async watch(manager: JetStreamManager, signal: AbortSignal): Promise<void> {
    for (;;) {
      await pause(LOOK_EVERY_MS, undefined, { signal });
      const published = this.position;
      if ((await this.lastInStream(manager)) < published) throw new StreamFellBehind();
    }
  }

  private async lastInStream({ streams }: JetStreamManager): Promise<Position> {
    const last = await streams.getMessage(EVENTS, { last_by_subj: `events.${this.service}.>` });
    return (last?.header.get(POSITION_HEADER) ?? START) as Position;
  }

  private async note(): Promise<void> {
    const at = Date.now();
    if (this.position !== this.noted.position) await this.checkpoints.note(CHECKPOINT, this.position);
    this.noted = { position: this.position, at };
  }
}

type Publication = Sending & { readonly position: Position };

function* flightsOf(service: string, events: readonly Recorded[]): Iterable<readonly Publication[]> {
  let flight: Publication[] = [];
  let bytes = 0;
  for (const event of events) {
    const sending = sendingOf(service, event);
    if (flight.length === MOST_IN_FLIGHT.events || bytes + sending.text.length > MOST_IN_FLIGHT.bytes) {
      yield flight;
      [flight, bytes] = [[], 0];
    }
    flight.push(sending);
    bytes += sending.text.length;
  }
  yield flight;
}

const sendingOf = (service: string, event: Recorded): Publication => {
  const { id, position } = event;
  const about = headers();
  about.set(ID_HEADER, id);
  about.set(POSITION_HEADER, position);
  return { subject: subjectOf(service, event), text: JSON.stringify(event), headers: about, position };
};
