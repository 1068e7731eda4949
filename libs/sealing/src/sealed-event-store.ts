import type { Written } from '@redress/contracts/command';
import type { JsonObject, NewEvent, Recorded } from '@redress/contracts/event';
import type { Position } from '@redress/contracts/values';
import { EventStore, type Slice } from '@redress/eventsourcing/event-store';
import type { Sealing } from './sealing.js';

/**
 * A store in which what is personal lies sealed, and comes back as it was. Whoever reads from it decides or makes rows,
 * so while keys cannot be had, reading fails rather than say something else.
 */
export class SealedEventStore extends EventStore {
  constructor(
    /** As it is stored, and as it may be published. */
    readonly stored: EventStore,
    private readonly sealing: Sealing,
  ) {
    super();
  }

  override async read(stream: string, from?: number): Promise<readonly Recorded[]> {
    return this.sealing.open(await this.stored.read(stream, from));
  }

  override async shown(stream: string): Promise<readonly Recorded[]> {
    return this.sealing.show(await this.stored.read(stream));
  }

  /** @throws PersonIsErased, KeysUnavailable; nothing was appended then. */
  override append(stream: string, events: readonly NewEvent[], expected: number): Promise<Written> {
    return events.some((event) => this.sealing.concerns(stream, event))
      ? this.appendSealed(stream, events, expected)
      : this.stored.append(stream, events, expected);
  }

  override async readAll(after: Position, prefixes: readonly string[], limit: number): Promise<Slice> {
    return this.openedSlice(await this.stored.readAll(after, prefixes, limit));
  }

  override async *follow(
    after: Position,
    prefixes: readonly string[],
    signal: AbortSignal,
  ): AsyncIterable<Slice> {
    for await (const slice of this.stored.follow(after, prefixes, signal)) yield this.openedSlice(slice);
  }

  override last(): Promise<Position> {
    return this.stored.last();
  }

  private async openedSlice({ events, upTo }: Slice): Promise<Slice> {
    return { events: await this.sealing.open(events), upTo };
  }

  private async appendSealed(
    stream: string,
    events: readonly NewEvent[],
    expected: number,
  ): Promise<Written> {
    const first = async (of: string): Promise<JsonObject | undefined> =>
      of === stream && expected < 0 ? events[0]?.data : (await this.stored.read(of))[0]?.data;
    return this.stored.append(stream, await this.sealing.seal(stream, events, first), expected);
  }
}
