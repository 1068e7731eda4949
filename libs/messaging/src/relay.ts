import { setTimeout as pause } from 'node:timers/promises';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { type Position, START } from '@redress/contracts/values';
import type { Checkpoints } from '@redress/eventsourcing/checkpoints';
import type { EventStore } from '@redress/eventsourcing/event-store';
import { overConnection } from './connection.js';
import { dropConsumersAhead } from './durable.js';
import { Flights } from './flight.js';
import { LeaseLost, whileLeading } from './lease.js';
import { natsOptions } from './nats-options.js';
import { flightsOf, POSITION_HEADER } from './publications.js';
import { ensureStreams, EVENTS, replicas } from './streams.js';

const CHECKPOINT = 'relay';

/** How often the stream is looked at, and how often at most the checkpoint is written. */
const LOOK_EVERY_MS = 2_000;
const NOTE_EVERY_MS = 1_000;
const ANSWER_WITHIN_MS = 3_000;

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
  /** The last event that it must hold; where others write to the same log, the position is further. */
  private published = START;
  private noted = { position: START, at: 0 };

  constructor(
    private readonly service: string,
    private readonly store: EventStore,
    private readonly checkpoints: Checkpoints,
    private readonly url?: string,
    private readonly holder?: string,
  ) {}

  /**
   * Runs until the signal aborts, or fails; it can then be run again. Of several copies of a service one publishes, and
   * the others say how far that one has noted that it came.
   */
  run(stop: AbortSignal): Promise<void> {
    return overConnection(
      (connection, signal) =>
        whileLeading(
          connection,
          `${this.service}.relay`,
          (leading, isHeld) => this.publishing(connection, leading, isHeld),
          signal,
          { ...(this.holder && { holder: this.holder }), standingBy: () => this.lookUp() },
        ),
      stop,
      this.url,
    );
  }

  private async publishing(
    connection: NatsConnection,
    signal: AbortSignal,
    isHeld: () => boolean,
  ): Promise<void> {
    const manager = await jetstreamManager(connection, { timeout: ANSWER_WITHIN_MS });
    await ensureStreams(manager);
    await dropConsumersAhead(manager);
    this.position = await this.whereToBegin(manager);
    this.published = this.position;
    const ends = new AbortController();
    const flights = new Flights(connection, natsOptions(this.url).inboxPrefix);
    try {
      const both = AbortSignal.any([signal, ends.signal]);
      await Promise.race([this.publishAll(flights, isHeld, both), this.watch(manager, both)]);
    } finally {
      ends.abort();
      if (isHeld()) await this.note();
    }
  }

  private async lookUp(): Promise<void> {
    this.position = await this.checkpoints.positionOf(CHECKPOINT);
  }

  private async whereToBegin(manager: JetStreamManager): Promise<Position> {
    const position = await this.checkpoints.positionOf(CHECKPOINT);
    this.noted = { position, at: Date.now() };
    const inStream = await this.lastInStream(manager);
    return inStream < position ? inStream : position;
  }

  private async publishAll(flights: Flights, isHeld: () => boolean, signal: AbortSignal): Promise<void> {
    for await (const { events, upTo } of this.store.follow(this.position, [''], signal)) {
      for (const flight of flightsOf(this.service, events, replicas() > 1)) {
        signal.throwIfAborted();
        if (!isHeld()) throw new LeaseLost(this.service);
        await flights.send(flight);
        for (const { span } of flight) span?.end();
        this.published = flight.at(-1)?.position ?? this.published;
        this.position = this.published;
      }
      this.position = upTo;
      if (Date.now() - this.noted.at > NOTE_EVERY_MS) await this.note();
    }
  }

  /** The broker does not tell when a stream is emptied under its publisher: so one has to look. */
  private async watch(manager: JetStreamManager, signal: AbortSignal): Promise<void> {
    for (;;) {
      await pause(LOOK_EVERY_MS, undefined, { signal });
      const { published } = this;
      if ((await this.lastInStream(manager)) < published) throw new StreamFellBehind();
      await this.note();
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
