import { EventEmitter } from 'node:events';
import type { Refusal } from './kurrent-refusals.js';

/** An event as the double of KurrentDB has it. */
export type Entry = {
  readonly position: bigint;
  /** Where the next one begins. */
  readonly after: bigint;
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  readonly createdMs: number;
};

export type Proposed = Omit<Entry, 'position' | 'after' | 'stream' | 'revision' | 'createdMs'>;

export type Expected = 'any' | bigint;

export type Answer =
  { readonly revision: bigint; readonly position?: bigint } | { readonly refusal: Refusal };

const MOST_BYTES = 1_048_576;

/** How often somebody else writes in between. */
const OTHERS_EVERY = 3;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * The log of a server, in memory: one order for all streams with gaps between positions, events of others among those of
 * a service, and what the server does with ids that it knows.
 */
export class KurrentLog {
  readonly entries: Entry[] = [];
  readonly appended = new EventEmitter().setMaxListeners(0);
  /** The clock of the server. */
  now = (): number => Date.now();
  /** How much it takes in one event. */
  mostInOne = Infinity;
  private appends = 0;
  private repeats = 0;
  private readonly streams = new Map<string, Entry[]>();

  constructor() {
    this.others();
  }

  stream(name: string): readonly Entry[] {
    return this.streams.get(name) ?? [];
  }

  /** Whether a read may begin there: where an event begins, or behind the last one. */
  isPlace(position: bigint): boolean {
    const found = this.entries[this.firstFrom(position)];
    return found ? found.position === position : position === (this.entries.at(-1)?.after ?? 0n);
  }

  /** The first entry that is there or further. */
  firstFrom(position: bigint): number {
    let [from, to] = [0, this.entries.length];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if ((this.entries[middle]?.position ?? 0n) >= position) to = middle;
      else from = middle + 1;
    }
    return from;
  }

  append(stream: string, events: readonly Proposed[], expected: Expected): Answer {
    const sizes = events.map(({ type, data, metadata }) => 2 * type.length + data.length + metadata.length);
    if (stream === '' || events.some(({ id, type }) => !UUID.test(id) || type === ''))
      return { refusal: 'BadRequest' };
    if (sizes.some((size) => size > this.mostInOne)) return { refusal: 'MaximumAppendEventSizeExceeded' };
    if (sizes.reduce((sum, size) => sum + size, 0) > MOST_BYTES) return { refusal: { tooLarge: MOST_BYTES } };
    const there = this.stream(stream);
    const current = BigInt(there.length) - 1n;
    if (expected !== 'any' && expected !== current) return this.knownAt(there, events, expected, current);
    this.write(stream, events, current);
    this.appends += 1;
    if (this.appends % OTHERS_EVERY === 0) this.others();
    const last = this.stream(stream).at(-1);
    return { revision: last?.revision ?? -1n, position: last?.position ?? 0n };
  }

  /**
   * Behind its end a stream takes nothing; further back, what it has already is answered, and all else is a conflict. Where
   * that stands is not always said.
   */
  private knownAt(
    there: readonly Entry[],
    events: readonly Proposed[],
    expected: bigint,
    current: bigint,
  ): Answer {
    const first = Number(expected) + 1;
    const known = events.every(({ id }, index) => there[first + index]?.id === id);
    const last = there[first + events.length - 1];
    if (!known || !last) return { refusal: { conflict: current } };
    this.repeats += 1;
    const { revision, position } = last;
    return this.repeats % 2 === 0 ? { revision, position } : { revision };
  }

  private write(stream: string, events: readonly Proposed[], current: bigint): void {
    let revision = current;
    const entries = this.streams.get(stream) ?? [];
    for (const event of events) {
      revision += 1n;
      const position = this.entries.at(-1)?.after ?? 0n;
      const after = position + BigInt(event.data.length + 100);
      const entry = { ...event, stream, revision, position, after, createdMs: this.now() };
      this.entries.push(entry);
      entries.push(entry);
    }
    this.streams.set(stream, entries);
    this.appended.emit('appended');
  }

  private others(): void {
    const data = Buffer.from('{}');
    const about = { type: '$statsCollected', contentType: 'application/json', data, metadata: data };
    const stream = '$stats-127.0.0.1:2113';
    this.write(stream, [{ id: crypto.randomUUID(), ...about }], BigInt(this.stream(stream).length) - 1n);
  }
}
