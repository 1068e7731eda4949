import type { NewEvent, Recorded } from '@redress/contracts/event';
import { START } from '@redress/contracts/values';
import type { EventStore } from '@redress/eventsourcing/event-store';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import type { Reaction } from '@redress/messaging/reaction';

/** A store that can be cut off at its next append: before anything is written, or right after. */
export class CutOffStore extends InMemoryEventStore {
  cut: 'before' | 'after' | undefined;

  override async append(stream: string, events: readonly NewEvent[], expected: number) {
    const { cut } = this;
    this.cut = undefined;
    if (cut === 'before') throw new Error('cut off before the append');
    const written = await super.append(stream, events, expected);
    if (cut === 'after') throw new Error('cut off after the append');
    return written;
  }
}

export type Listening = {
  readonly reaction: Reaction;
  readonly store: EventStore;
  readonly category: string;
};
type Waiting = { readonly listening: Listening; readonly stream: string; readonly event: Recorded };

/**
 * Hands the events of streams to reactions, of one stream in their order, of several in any: what fails is handed out
 * again, and what was done may come once more.
 */
export class LateDeliveries {
  private readonly done = new Map<string, number>();

  constructor(private readonly all: readonly Listening[]) {}

  /** Whether one of those that wait, whichever is picked, was done. */
  async deliver(pick: number): Promise<boolean> {
    const waiting = await this.waiting();
    const next = waiting[pick % Math.max(waiting.length, 1)];
    return next !== undefined && this.hand(next);
  }

  /** What was done comes once more, whatever came after it. */
  async deliverAgain(pick: number): Promise<void> {
    const past: Waiting[] = [];
    for (const listening of this.all)
      for (const [stream, events] of await streamsIn(listening)) {
        const before = events.slice(0, this.done.get(keyOf(listening, stream)) ?? 0);
        past.push(...before.map((event) => ({ listening, stream, event })));
      }
    const again = past[pick % Math.max(past.length, 1)];
    // A fault is no harm here: the broker would hand it out again, and it was done before.
    await again?.listening.reaction.react(again.event).catch(() => undefined);
  }

  /** Until nothing waits any more. */
  async deliverAll(): Promise<void> {
    for (;;) {
      const waiting = await this.waiting();
      if (waiting.length === 0) return;
      const failed: Waiting[] = [];
      for (const next of waiting) if (!(await this.hand(next))) failed.push(next);
      if (failed.length === waiting.length && failed.every(({ listening }) => !isCut(listening)))
        await failed[0]?.listening.reaction.react(failed[0].event);
    }
  }

  private async hand({ listening, stream, event }: Waiting): Promise<boolean> {
    try {
      await listening.reaction.react(event);
    } catch {
      return false;
    }
    this.done.set(keyOf(listening, stream), event.revision + 1);
    return true;
  }

  /** The first event of each stream that a reaction has not done. */
  private async waiting(): Promise<readonly Waiting[]> {
    const waiting: Waiting[] = [];
    for (const listening of this.all)
      for (const [stream, events] of await streamsIn(listening)) {
        const event = events[this.done.get(keyOf(listening, stream)) ?? 0];
        if (event) waiting.push({ listening, stream, event });
      }
    return waiting;
  }
}

const isCut = ({ store }: Listening): boolean => store instanceof CutOffStore && store.cut !== undefined;

const keyOf = ({ reaction }: Listening, stream: string): string => `${reaction.name} ${stream}`;

const streamsIn = async ({ store, category }: Listening): Promise<ReadonlyMap<string, Recorded[]>> => {
  const { events } = await store.readAll(START, [`${category}-`], 100_000);
  const streams = new Map<string, Recorded[]>();
  for (const event of events) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return streams;
};
