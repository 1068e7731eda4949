import { EventEmitter } from 'node:events';
import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Written } from '@redress/contracts/command';
import type { NewEvent, Recorded } from '@redress/contracts/event';
import type { Position } from '@redress/contracts/values';
import type { Clock } from '@redress/eventsourcing/clock';
import { EventStore, type Slice } from '@redress/eventsourcing/event-store';
import { woken } from '@redress/eventsourcing/woken';
import { attempt } from './attempt.js';
import { opened } from './database.js';
import { EventTable } from './event-table.js';
import { GroupCommit } from './group-commit.js';

/** How often a follower looks for what another process appended; while one does, so often. */
const POLL_MS = 250;
const POLL_BUSY_MS = 25;
const BUSY_MS = 5_000;

/**
 * How long a follower that has caught up lets events gather, since a transaction for each would be dear: the more
 * there were, the longer.
 */
const gatherMs = ({ events }: Slice): number => Math.min(10 + events.length / 4, 40);

/** How many events a follower is handed at once. */
const SLICE = 1_000;

/**
 * The events of one service in one SQLite file, which several processes may have open. An append that resolved
 * survives a power cut: WAL and `synchronous=FULL`, which is asserted. Concurrent appends share a commit.
 */
export class SqliteEventStore extends EventStore {
  private readonly db: DatabaseSync;
  private readonly table: EventTable;
  private readonly commits: GroupCommit;
  private readonly appended = new EventEmitter().setMaxListeners(0);
  private commitsOfOurs = 0;
  private othersAppendedAt = -Infinity;

  /** @throws StoreFault when the file cannot be used. */
  constructor(
    private readonly file: string,
    clock: Clock,
    /** Is told of each commit how many appends it made durable. */
    committed: (appends: number) => void = () => undefined,
  ) {
    super();
    this.db = opened(file, 'FULL');
    this.table = new EventTable(this.db, clock);
    this.commits = new GroupCommit(
      this.db,
      file,
      () => {
        this.table.begin();
      },
      (appends) => {
        committed(appends);
        this.commitsOfOurs += 1;
        this.appended.emit('event');
      },
    );
  }

  override read(stream: string, from = 0): Promise<readonly Recorded[]> {
    return attempt(this.file, () => this.table.streamFrom(stream, from));
  }

  override append(stream: string, events: readonly NewEvent[], expected: number): Promise<Written> {
    return this.commits.add(() => this.table.append(stream, events, expected));
  }

  override readAll(after: Position, prefixes: readonly string[], limit: number): Promise<Slice> {
    return attempt(this.file, () => this.table.slice(after, prefixes, limit));
  }

  override async *follow(
    after: Position,
    prefixes: readonly string[],
    signal: AbortSignal,
  ): AsyncIterable<Slice> {
    let seen = after;
    let commitsSeen = this.commitsOfOurs;
    while (!signal.aborted && this.db.isOpen) {
      const slice = this.table.slice(seen, prefixes, SLICE);
      if (slice.upTo > seen) {
        if (commitsSeen === this.commitsOfOurs) this.othersAppendedAt = performance.now();
        commitsSeen = this.commitsOfOurs;
        seen = slice.upTo;
        yield slice;
        // Who catches up with a long log leaves others a turn; who keeps up takes what came meanwhile together.
        await (slice.events.length < SLICE ? pause(gatherMs(slice)) : nextTurn());
      } else {
        const isBusy = performance.now() - this.othersAppendedAt < BUSY_MS;
        await woken(this.appended, 'event', isBusy ? POLL_BUSY_MS : POLL_MS, signal);
      }
    }
  }

  override last(): Promise<Position> {
    return attempt(this.file, () => this.table.last());
  }

  /** Commits what is waiting, moves the log into the file and ends all who follow. */
  close(): void {
    if (!this.db.isOpen) return;
    this.commits.flush();
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.db.close();
    this.appended.emit('event');
  }
}
