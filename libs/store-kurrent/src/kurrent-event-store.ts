import { setTimeout as pause } from 'node:timers/promises';
import type { Written } from '@redress/contracts/command';
import type { NewEvent, Recorded } from '@redress/contracts/event';
import type { Instant, Position } from '@redress/contracts/values';
import type { Clock } from '@redress/eventsourcing/clock';
import { EventStore, EventTooLarge, type Slice, WrongRevision } from '@redress/eventsourcing/event-store';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { woken } from '@redress/eventsourcing/woken';
import { append } from './appending.js';
import type { Connection } from './connection.js';
import { orNone } from './faults.js';
import { Head } from './head.js';
import { Ids } from './ids.js';
import { KurrentCheckpoints } from './kurrent-checkpoints.js';
import { Names } from './names.js';
import { isKnown, positionAt } from './positions.js';
import { checkSize, eventDataOf, recordedFrom } from './stored.js';
import { stretchAfter } from './stretch.js';
import { Tail } from './tail.js';

/** How many events a follower is handed at once. */
const SLICE = 1_000;

/** How often a follower looks by itself, should nobody tell it that there is more. */
const LOOK_EVERY_MS = 10_000;

/** How long a follower that keeps up lets events gather, and how long it waits when it cannot read. */
const GATHER_MS = 10;
const AGAIN_MS = 500;

/**
 * The events of one service in KurrentDB, beside those of others: its streams begin with its namespace, and what others write
 * is not seen. Every read asks the leader, so that nothing is missed that somebody was told to be written.
 */
export class KurrentEventStore extends EventStore {
  private readonly names: Names;
  private readonly tail: Tail;
  private readonly head: Head;
  private readonly ids = new Ids();
  /** When the latest event was recorded that is known here. */
  private latest = '' as Instant;

  constructor(
    private readonly connection: Connection,
    namespace: string,
    private readonly clock: Clock,
  ) {
    super();
    this.names = new Names(namespace);
    this.tail = new Tail(connection, this.names, (event) => {
      this.saw(event);
    });
    this.head = new Head(connection, this.names, new KurrentCheckpoints(connection, namespace));
  }

  override async read(stream: string, from = 0): Promise<readonly Recorded[]> {
    const name = this.names.stream(stream);
    const found = await this.connection
      .list((client, asking) => client.readStream(name, { ...asking, fromRevision: BigInt(from) }))
      .catch(orNone);
    const events = found
      .map(({ event }) => event)
      .filter((event) => event !== undefined)
      .map((event) => recordedFrom(this.names, event));
    const last = events.at(-1);
    if (last) this.saw(last);
    if (from === 0) this.ids.know(stream, events);
    return events;
  }

  override async append(stream: string, events: readonly NewEvent[], expected: number): Promise<Written> {
    const last = events.at(-1);
    if (!last) throw new Error('nothing to append');
    for (const [index, event] of events.entries()) checkSize(event, stream, expected + 1 + index);
    // At the end of a stream the server would append the same events once more.
    if (!this.ids.isNew(stream, last.id, expected)) {
      const before = await this.find(stream, last.id, expected);
      if (before) return before;
    }
    const recordedAt = this.recordingTime();
    const data = events.map((event) => eventDataOf(event, recordedAt));
    const appended = await append(this.connection, this.names.stream(stream), data, expected);
    if (appended === 'too-large') throw new EventTooLarge(last.type, Buffer.byteLength(JSON.stringify(data)));
    if (appended === 'conflict') return this.otherwise(stream, last, expected);
    this.ids.add(stream, events, expected);
    const revision = Number(appended.nextExpectedRevision);
    if (isKnown(appended.position)) return { revision, position: positionAt(appended.position) };
    return this.written(stream, last, revision);
  }

  override readAll(after: Position, prefixes: readonly string[], limit: number): Promise<Slice> {
    return stretchAfter(this.connection, this.names, after, prefixes, limit);
  }

  override async *follow(
    after: Position,
    prefixes: readonly string[],
    signal: AbortSignal,
  ): AsyncIterable<Slice> {
    const ends = AbortSignal.any([signal, this.connection.closed]);
    for (let seen = after; !ends.aborted;) {
      const more = woken(this.tail.moved, 'moved', LOOK_EVERY_MS, ends);
      const slice = this.tail.after(seen, prefixes, SLICE) ?? (await this.readAfter(seen, prefixes));
      if (slice && slice.upTo > seen) {
        seen = slice.upTo;
        yield slice;
        if (slice.events.length < SLICE) await pause(GATHER_MS);
      } else if (slice) await more;
      else await pause(AGAIN_MS, undefined, { signal: ends }).catch(() => undefined);
    }
  }

  override last(): Promise<Position> {
    return this.head.position();
  }

  /** Undefined when nobody answers: it goes on from there when somebody does. */
  private async readAfter(seen: Position, prefixes: readonly string[]): Promise<Slice | undefined> {
    try {
      return await this.readAll(seen, prefixes, SLICE);
    } catch (error) {
      if (error instanceof StoreFault) return undefined;
      throw error;
    }
  }

  /** Where the event stands in the stream, when it is there; asked when the stream may end where it is expected to. */
  private async find(stream: string, id: string, expected: number): Promise<Written | undefined> {
    if (expected === -1) return undefined;
    const there = (await this.read(stream)).findLast((event) => event.id === id);
    return there && { revision: there.revision, position: there.position };
  }

  /** The stream is not as it was expected: because the events are in it already, or because others are. */
  private async otherwise(stream: string, last: NewEvent, expected: number): Promise<Written> {
    const events = await this.read(stream);
    const there = events.findLast(({ id }) => id === last.id);
    if (there) return { revision: there.revision, position: there.position };
    throw new WrongRevision(stream, expected, events.at(-1)?.revision ?? -1);
  }

  /** The server knew the events, and not yet where they stand. */
  private async written(stream: string, last: NewEvent, revision: number): Promise<Written> {
    const [there] = await this.read(stream, revision);
    if (there?.id !== last.id) throw new StoreFault(`KurrentDB: ${stream} does not end as it was appended`);
    return { revision, position: there.position };
  }

  private recordingTime(): Instant {
    this.saw({ recordedAt: this.clock.now() });
    return this.latest;
  }

  private saw({ recordedAt }: Pick<Recorded, 'recordedAt'>): void {
    if (recordedAt > this.latest) this.latest = recordedAt;
  }
}
