import { EventEmitter } from 'node:events';

/** An event as the double of KurrentDB has it. */
export type Entry = {
  readonly position: bigint;
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  readonly createdMs: number;
};

export type Proposed = Omit<Entry, 'position' | 'stream' | 'revision' | 'createdMs'>;

export type Expected = 'any' | bigint;

export type Answer =
  | { readonly revision: bigint; readonly position: bigint }
  | { readonly conflict: bigint }
  | { readonly tooLarge: number };

const MOST_BYTES = 1_048_576;

/** How often somebody else writes in between. */
const OTHERS_EVERY = 3;

/**
 * The log of a server, in memory: one order for all streams with gaps between positions, events of others among those of
 * a service, and what the server does with ids that it knows.
 */
export class KurrentLog {
  readonly entries: Entry[] = [];
  readonly appended = new EventEmitter().setMaxListeners(0);
  /** The clock of the server. */
  now = (): number => Date.now();
  private appends = 0;
  private readonly streams = new Map<string, Entry[]>();

  constructor() {
    this.others();
  }

  stream(name: string): readonly Entry[] {
    return this.streams.get(name) ?? [];
  }

  append(stream: string, events: readonly Proposed[], expected: Expected): Answer {
    const bytes = events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
    if (bytes > MOST_BYTES) return { tooLarge: MOST_BYTES };
    const there = this.stream(stream);
    const current = BigInt(there.length) - 1n;
    if (expected !== 'any' && expected !== current) return knownAt(there, events, expected, current);
    this.write(stream, events, current);
    this.appends += 1;
    if (this.appends % OTHERS_EVERY === 0) this.others();
    const last = this.stream(stream).at(-1);
    return { revision: last?.revision ?? -1n, position: last?.position ?? 0n };
  }

  private write(stream: string, events: readonly Proposed[], current: bigint): void {
    let revision = current;
    const entries = this.streams.get(stream) ?? [];
    for (const event of events) {
      revision += 1n;
      const before = this.entries.at(-1);
      const position = before ? before.position + BigInt(before.data.length + 100) : 0n;
      const entry = { ...event, stream, revision, position, createdMs: this.now() };
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

/** Behind its end a stream takes nothing; further back, what it has already is answered, and all else is a conflict. */
const knownAt = (
  there: readonly Entry[],
  events: readonly Proposed[],
  expected: bigint,
  current: bigint,
): Answer => {
  const first = Number(expected) + 1;
  const known = events.every(({ id }, index) => there[first + index]?.id === id);
  const last = there[first + events.length - 1];
  return known && last ? { revision: last.revision, position: last.position } : { conflict: current };
};
