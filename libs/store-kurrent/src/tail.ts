import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Recorded } from '@redress/contracts/event';
import type { Position } from '@redress/contracts/values';
import type { Slice } from '@redress/eventsourcing/event-store';
import type { Connection } from './connection.js';
import type { Names } from './names.js';
import { later } from './positions.js';
import { beginningWith, endOf } from './stretch.js';
import { Subscribed } from './subscribed.js';

/** How many events are kept for followers that are a little behind. */
const KEPT = 5_000;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/**
 * The end of the log of one service as it grows, by one subscription for all who follow. When that breaks it is begun again
 * after the last event that came, after pauses that grow; so there is no gap in what is kept.
 */
export class Tail {
  /** Says `moved` whenever there is more. */
  readonly moved = new EventEmitter().setMaxListeners(0);
  private events: Recorded[] = [];
  /** What is kept begins after it. */
  private from: Position | undefined;
  private upTo: Position | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
    private readonly saw: (event: Recorded) => void,
  ) {}

  /** What came after the position; undefined when that is further back than what is kept. */
  after(position: Position, prefixes: readonly string[], limit: number): Slice | undefined {
    this.running ??= this.run();
    const { from, upTo } = this;
    if (from === undefined || upTo === undefined || position < from) return undefined;
    const events: Recorded[] = [];
    for (const event of this.events.slice(this.firstAfter(position))) {
      if (prefixes.some((prefix) => event.stream.startsWith(prefix))) events.push(event);
      if (events.length === limit) return { events, upTo: event.position };
    }
    return { events, upTo: later(position, upTo) };
  }

  private firstAfter(position: Position): number {
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.events[middle]?.position ?? '') > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private async run(): Promise<void> {
    const { closed } = this.connection;
    for (let pauseMs = FIRST_PAUSE_MS; !closed.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        await this.listen(() => {
          pauseMs = FIRST_PAUSE_MS;
        });
      } catch {
        // Whoever follows and has to read learns of it; to wait is all that can be done here.
        await pause(pauseMs, undefined, { signal: closed, ref: false }).catch(() => undefined);
      }
    }
    this.moved.emit('moved');
  }

  private async listen(came: () => void): Promise<void> {
    if (this.upTo === undefined) {
      this.upTo = await endOf(this.connection);
      this.from = this.upTo;
      this.moved.emit('moved');
    }
    const { callMs, silenceMs } = this.connection.patience;
    const subscribed = new Subscribed(
      this.connection,
      this.names,
      this.upTo,
      beginningWith(this.names, ['']),
    );
    let isBegun = false;
    try {
      for (;;) {
        const item = await subscribed.next(isBegun ? silenceMs : callMs);
        isBegun = true;
        came();
        if (item === 'caught-up') continue;
        if ('event' in item) this.keep(item.event);
        this.upTo = later(this.upTo, 'event' in item ? item.event.position : item.upTo);
        this.moved.emit('moved');
      }
    } finally {
      subscribed.end();
    }
  }

  private keep(event: Recorded): void {
    this.saw(event);
    this.events.push(event);
    if (this.events.length < 2 * KEPT) return;
    const dropped = this.events.length - KEPT;
    this.from = this.events[dropped - 1]?.position ?? this.from;
    this.events = this.events.slice(dropped);
  }
}
