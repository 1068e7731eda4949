import { EventEmitter, once } from 'node:events';
import { asKept } from '@redress/contracts/anonymity';
import type { Written } from '@redress/contracts/command';
import type { NewEvent, Recorded } from '@redress/contracts/event';
import { type Instant, type Position, START } from '@redress/contracts/values';
import type { Clock } from './clock.js';
import { EventStore, EventTooLarge, MAX_EVENT_BYTES, type Slice, WrongRevision } from './event-store.js';

/** Keeps events as JSON text: what would not survive a real store does not survive here. */
export class InMemoryEventStore extends EventStore {
  private readonly log: { readonly stream: string; readonly id: string; readonly text: string }[] = [];
  private latest = '' as Instant;
  private readonly appended = new EventEmitter().setMaxListeners(0);

  constructor(private readonly clock: Clock) {
    super();
  }

  override read(stream: string, from = 0): Promise<readonly Recorded[]> {
    return Promise.resolve(this.streamOf(stream).slice(from));
  }

  override append(stream: string, events: readonly NewEvent[], expected: number): Promise<Written> {
    const stored = this.streamOf(stream);
    const again = stored.findLast(({ id }) => id === events.at(-1)?.id);
    if (again) return Promise.resolve({ revision: again.revision, position: again.position });
    const actual = stored.length - 1;
    if (actual !== expected) return Promise.reject(new WrongRevision(stream, expected, actual));

    const recordedAt = this.recordingTime();
    const written = events.map((event, index) => {
      const position = this.positionAt(this.log.length + index + 1);
      return {
        ...event,
        stream,
        revision: expected + 1 + index,
        position,
        recordedAt: asKept(recordedAt, event.actor),
      };
    });
    const rows = written.map((event) => ({ stream, id: event.id, text: JSON.stringify(event) }));
    for (const [index, { text }] of rows.entries()) {
      const bytes = Buffer.byteLength(text);
      if (bytes > MAX_EVENT_BYTES)
        return Promise.reject(new EventTooLarge(written[index]?.type ?? '', bytes));
    }
    const last = written.at(-1);
    if (!last) return Promise.reject(new Error('nothing to append'));
    this.log.push(...rows);
    this.appended.emit('event');
    return Promise.resolve({ revision: last.revision, position: last.position });
  }

  override readAll(after: Position, prefixes: readonly string[], limit: number): Promise<Slice> {
    const concerned = ({ stream }: { readonly stream: string }): boolean =>
      prefixes.some((prefix) => stream.startsWith(prefix));
    const events = this.log
      .slice(Number(after))
      .filter(concerned)
      .slice(0, limit)
      .map(({ text }) => JSON.parse(text) as Recorded);
    const last = events.at(-1);
    const upTo = last && events.length === limit ? last.position : this.positionAt(this.log.length);
    return Promise.resolve({ events, upTo });
  }

  override async *follow(
    after: Position,
    prefixes: readonly string[],
    signal: AbortSignal,
  ): AsyncIterable<Slice> {
    for (let seen = after; !signal.aborted;) {
      const more = once(this.appended, 'event', { signal }).catch(() => undefined);
      const slice = await this.readAll(seen, prefixes, 500);
      if (slice.upTo > seen) yield slice;
      else await more;
      seen = slice.upTo;
    }
  }

  override last(): Promise<Position> {
    return Promise.resolve(this.positionAt(this.log.length));
  }

  // A clock that is set back makes no event older than the one before it.
  private recordingTime(): Instant {
    const now = this.clock.now();
    if (now > this.latest) this.latest = now;
    return this.latest;
  }

  private positionAt(place: number): Position {
    return place === 0 ? START : (String(place).padStart(16, '0') as Position);
  }

  private streamOf(name: string): readonly Recorded[] {
    return this.log.filter(({ stream }) => stream === name).map(({ text }) => JSON.parse(text) as Recorded);
  }
}
