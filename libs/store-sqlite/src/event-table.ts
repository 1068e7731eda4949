import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { asKept } from '@redress/contracts/anonymity';
import type { Written } from '@redress/contracts/command';
import type { NewEvent, Recorded } from '@redress/contracts/event';
import { type Instant, type Position, START } from '@redress/contracts/values';
import { atOnce } from './transaction.js';
import type { Clock } from '@redress/eventsourcing/clock';
import {
  EventTooLarge,
  MAX_EVENT_BYTES,
  type Slice,
  WrongRevision,
} from '@redress/eventsourcing/event-store';

/** How many positions are looked at for one slice, whatever is found: no reader holds up the others for long. */
const STRETCH = 20_000;

/** How much text one slice may hold, in characters; at least one event is always in it. */
const MOST_TEXT = 16_000_000;

const toPosition = (place: number): Position =>
  place === 0 ? START : (String(place).padStart(16, '0') as Position);

/** The last revision of a stream, -1 for none; and where an event stands in it, if it does. */
type Standing = readonly [actual: number, revision: number | null, position: number];

/** The statements over the table of events. Whoever calls `append` has begun a transaction, and said so by `begin`. */
export class EventTable {
  private place = 0;
  private recordedAt = '' as Instant;
  private readonly insert: StatementSync;
  private readonly tail: StatementSync;
  private readonly lastPosition: StatementSync;
  private readonly standing: StatementSync;
  private readonly stream: StatementSync;
  private readonly slices = new Map<string, StatementSync>();

  constructor(
    private readonly db: DatabaseSync,
    private readonly clock: Clock,
  ) {
    this.insert = db.prepare(
      'INSERT INTO events (position, stream, revision, id, event) VALUES (?, ?, ?, ?, ?)',
    );
    this.tail = db.prepare(
      `SELECT position, event ->> '$.recordedAt' AS recordedAt FROM events ORDER BY position DESC LIMIT 1`,
    );
    this.lastPosition = db.prepare('SELECT max(position) AS position FROM events');
    this.standing = db.prepare(
      `SELECT ifnull((SELECT max(revision) FROM events WHERE stream = ?1), -1) AS actual, revision, position
        FROM (SELECT 1) LEFT JOIN events ON id = ?2 AND +stream = ?1`,
    );
    this.standing.setReturnArrays(true);
    this.stream = db.prepare('SELECT event FROM events WHERE stream = ? AND revision >= ? ORDER BY revision');
    this.stream.setReturnArrays(true);
  }

  /** Looks where the log ends: another process may have appended since. */
  begin(): void {
    const { position = 0, recordedAt = '' } = (this.tail.get() ?? {}) as {
      position?: number;
      recordedAt?: string;
    };
    this.place = position;
    // A clock that is set back makes no event older than the one before it.
    const now = this.clock.now();
    for (const moment of [now, recordedAt as Instant]) if (moment > this.recordedAt) this.recordedAt = moment;
  }

  /** Appends all or, when it throws, none. */
  append(stream: string, events: readonly NewEvent[], expected: number): Written {
    const last = events.at(-1);
    if (!last) throw new Error('nothing to append');
    const [actual, revision, position] = this.standing.get(stream, last.id) as unknown as Standing;
    if (revision !== null) return { revision, position: toPosition(position) };
    if (actual !== expected) throw new WrongRevision(stream, expected, actual);

    // A single row is written or not by itself.
    if (events.length === 1) this.insertAll(stream, events, expected);
    else
      atOnce(this.db, () => {
        this.insertAll(stream, events, expected);
      });
    this.place += events.length;
    return { revision: expected + events.length, position: toPosition(this.place) };
  }

  private insertAll(stream: string, events: readonly NewEvent[], expected: number): void {
    let revision = expected;
    let { place } = this;
    for (const event of events) {
      revision += 1;
      place += 1;
      const recordedAt = asKept(this.recordedAt, event.actor);
      const text = textOf(event, { stream, revision, position: toPosition(place), recordedAt });
      const bytes = Buffer.byteLength(text);
      if (bytes > MAX_EVENT_BYTES) throw new EventTooLarge(event.type, bytes);
      this.insert.run(place, stream, revision, event.id, text);
    }
  }

  streamFrom(name: string, from: number): readonly Recorded[] {
    return this.stream.all(name, from).map((row) => parsed(row));
  }

  slice(after: Position, prefixes: readonly string[], limit: number): Slice {
    const start = Number(after);
    // Where the log ends is looked up first: what is appended meanwhile belongs to the next slice.
    const end = Math.min(this.lastPlace(), start + STRETCH);
    const events: Recorded[] = [];
    let size = 0;
    for (const row of this.reading(prefixes).iterate(start, end, ...bounds(prefixes), limit)) {
      events.push(parsed(row));
      size += (row as unknown as readonly [string])[0].length;
      if (size > MOST_TEXT) break;
    }
    const last = events.at(-1);
    const isCut = events.length === limit || size > MOST_TEXT;
    return { events, upTo: last && isCut ? last.position : toPosition(Math.max(start, end)) };
  }

  last(): Position {
    return toPosition(this.lastPlace());
  }

  private lastPlace(): number {
    return (this.lastPosition.get() as { position: number | null }).position ?? 0;
  }

  private reading(prefixes: readonly string[]): StatementSync {
    // The plus keeps SQLite from walking the index of streams instead of the log.
    const concerned = prefixes.map(() => '(+stream >= ? AND +stream < ?)').join(' OR ') || 'FALSE';
    const made =
      this.slices.get(concerned) ??
      this.db.prepare(
        `SELECT event FROM events WHERE position > ? AND position <= ? AND (${concerned}) ORDER BY position LIMIT ?`,
      );
    made.setReturnArrays(true);
    this.slices.set(concerned, made);
    return made;
  }
}

// The same as the text of both in one object, without copying the event; of a name that is twice in it the last counts.
const textOf = (event: NewEvent, place: Omit<Recorded, keyof NewEvent>): string =>
  `${JSON.stringify(event).slice(0, -1)},${JSON.stringify(place).slice(1)}`;

// Text is compared as UTF-8, in which nothing comes after this character.
const bounds = (prefixes: readonly string[]): readonly string[] =>
  prefixes.flatMap((prefix) => [prefix, `${prefix}\u{10FFFF}`]);

const parsed = (row: unknown): Recorded => JSON.parse((row as readonly [string])[0]) as Recorded;
