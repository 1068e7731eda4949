import type { Written } from '@redress/contracts/command';
import type { NewEvent, Recorded } from '@redress/contracts/event';
import type { Position } from '@redress/contracts/values';

/**
 * A stretch of the whole log: the events that were asked for, and how far was looked for them. The next stretch
 * begins after `upTo`, whether or not anything was found before it.
 */
export type Slice = { readonly events: readonly Recorded[]; readonly upTo: Position };

/** The port to the event store. An abstract class, because Nest injects by class, not by type. */
export abstract class EventStore {
  /** A stream in order, from a revision on; an unknown stream is empty. */
  abstract read(stream: string, from?: number): Promise<readonly Recorded[]>;

  /** The same to be shown, not decided on: what cannot be opened just now says so, where `read` would fail. */
  shown(stream: string): Promise<readonly Recorded[]> {
    return this.read(stream);
  }

  /**
   * Appends all or none; durable once it resolves. `expected` is the last revision seen, -1 for none: anything
   * else is WrongRevision. The same ids once more are answered as they were, not appended again. An event of
   * more than MAX_EVENT_BYTES is EventTooLarge, and nothing is appended. `recordedAt` never goes back within a
   * store, whatever the clock does, except that of who acts without a name only the hour is kept.
   */
  abstract append(stream: string, events: readonly NewEvent[], expected: number): Promise<Written>;

  /** What was appended after a position to streams whose names begin so, in order, at most `limit` events. */
  abstract readAll(after: Position, prefixes: readonly string[], limit: number): Promise<Slice>;

  /** The same without end: waits for more until the signal aborts, then ends. A slice may hold no event. */
  abstract follow(after: Position, prefixes: readonly string[], signal: AbortSignal): AsyncIterable<Slice>;

  /** The position of the last event in the store; START when there is none. */
  abstract last(): Promise<Position>;
}

/** An event has to fit in one message of the broker, whose default limit is 1 MiB, headers included. */
export const MAX_EVENT_BYTES = 900_000;

export class WrongRevision extends Error {
  override readonly name = 'WrongRevision';

  constructor(stream: string, expected: number, actual: number) {
    super(`${stream} stands at revision ${String(actual)}, not ${String(expected)}`);
  }
}

/** Something would be kept of a person whose data was erased. Nothing was appended. */
export class PersonIsErased extends Error {
  override readonly name = 'PersonIsErased';

  constructor() {
    super('the keys of this person were destroyed');
  }
}

export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';

  constructor(type: string, bytes: number) {
    super(`${type} has ${String(bytes)} bytes; an event may have ${String(MAX_EVENT_BYTES)}`);
  }
}
