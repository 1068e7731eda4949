import { EventEmitter } from 'node:events';
import type {
  AllStreamResolvedEvent,
  AllStreamSubscription,
  KurrentDBClient,
  PrefixesFilter,
} from '@kurrent/kurrentdb-client';
import type { Recorded } from '@redress/contracts/event';
import type { Position } from '@redress/contracts/values';
import { woken } from '@redress/eventsourcing/woken';
import type { Connection } from './connection.js';
import { asFault, NoAnswer } from './faults.js';
import type { Names } from './names.js';
import { logPosition, positionAt } from './positions.js';
import { recordedFrom } from './stored.js';

/** What comes: an event, how far the server has looked, or that all was seen that was there when it was asked. */
export type Item =
  { readonly event: Recorded; readonly size: number } | { readonly upTo: Position } | 'caught-up';

type Mark = { readonly behind: number; readonly item: Item };

/** Beyond so many the server has to wait. */
const MOST_WAITING = 2_000;

/**
 * A subscription to the log, as a queue. The client says how far the server looked at once, but hands over the events that
 * came before through a buffer; so each such word waits here until the events before it are through.
 */
export class Subscribed {
  private readonly arrived = new EventEmitter();
  private readonly subscription: AllStreamSubscription;
  private readonly client: KurrentDBClient;
  private readonly begun = performance.now();
  private readonly events: AllStreamResolvedEvent[] = [];
  private readonly marks: Mark[] = [];
  private taken = 0;
  private received = 0;
  private failure: Error | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
    after: Position,
    filter: PrefixesFilter,
  ) {
    this.client = connection.current();
    const fromPosition = logPosition(after);
    this.subscription = this.client.subscribeToAll(
      {
        fromPosition,
        requiresLeader: true,
        filter: {
          ...filter,
          checkpointReached: (_, position) => {
            this.mark({ upTo: positionAt(position) });
          },
        },
      },
      { highWaterMark: 500 },
    );
    this.subscription
      .on('data', (event: AllStreamResolvedEvent) => {
        this.received += 1;
        this.events.push(event);
        if (this.events.length > MOST_WAITING) this.subscription.pause();
        this.wake();
      })
      .on('caughtUp', () => {
        this.mark('caught-up');
      })
      .on('confirmation', () => {
        this.wake();
      })
      .on('error', (error: Error) => {
        this.fail(error);
      })
      .on('close', () => {
        this.fail(new NoAnswer('KurrentDB: the subscription was ended'));
      });
  }

  /**
   * The next of what comes.
   * @throws NoAnswer when nothing comes for so many milliseconds, or what ended the subscription
   */
  async next(withinMs: number): Promise<Item> {
    const until = performance.now() + withinMs;
    for (;;) {
      const item = this.take();
      if (item) return item;
      if (this.failure) throw asFault(this.failure);
      const left = until - performance.now();
      if (left <= 0) {
        this.connection.suspect(this.client, this.begun);
        throw new NoAnswer(`KurrentDB: nothing came within ${String(withinMs)} ms`);
      }
      await woken(this.arrived, 'item', left, this.connection.closed);
      if (this.connection.closed.aborted) throw new NoAnswer('KurrentDB: the store is closed');
    }
  }

  end(): void {
    this.subscription.removeAllListeners('data');
    this.subscription.unsubscribe().catch(() => undefined);
    this.subscription.destroy();
  }

  private take(): Item | undefined {
    const [mark] = this.marks;
    if (mark && mark.behind <= this.taken) {
      this.marks.shift();
      return mark.item;
    }
    const resolved = this.events.shift();
    if (!resolved) return undefined;
    this.taken += 1;
    if (this.events.length < MOST_WAITING / 2 && this.subscription.isPaused()) this.subscription.resume();
    const { event } = resolved;
    // A link to an event that is gone.
    if (!event) return this.take();
    return { event: recordedFrom(this.names, event), size: JSON.stringify(event.data).length };
  }

  private mark(item: Item): void {
    this.marks.push({ behind: this.received + this.subscription.readableLength, item });
    this.wake();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.arrived.emit('item');
  }

  private wake(): void {
    this.connection.answered();
    this.arrived.emit('item');
  }
}
