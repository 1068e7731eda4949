/** How many streams are remembered, and of how many events at most. */
const STREAMS = 500;
const EVENTS = 2_000;

type Known = { readonly revision: number; readonly ids: ReadonlySet<string> };

/**
 * Which events stand in streams that were read lately. A stream is never changed but at its end; so at a revision that was
 * read, what stands before it is known.
 */
export class Ids {
  private readonly streams = new Map<string, Known>();

  know(stream: string, events: readonly { readonly id: string; readonly revision: number }[]): void {
    this.keep(stream, events.at(-1)?.revision ?? -1, new Set(events.map(({ id }) => id)));
  }

  /** After so many events, these were appended. */
  add(stream: string, events: readonly { readonly id: string }[], expected: number): void {
    const known = expected === -1 ? EMPTY : this.streams.get(stream);
    if (known?.revision !== expected) this.streams.delete(stream);
    else this.keep(stream, expected + events.length, new Set([...known.ids, ...events.map(({ id }) => id)]));
  }

  /** Whether it is certain that the stream, should it end at this revision, does not hold the event. */
  isNew(stream: string, id: string, revision: number): boolean {
    if (revision === -1) return true;
    const known = this.streams.get(stream);
    return known?.revision === revision && !known.ids.has(id);
  }

  private keep(stream: string, revision: number, ids: ReadonlySet<string>): void {
    this.streams.delete(stream);
    if (ids.size > EVENTS) return;
    this.streams.set(stream, { revision, ids });
    const [oldest] = this.streams.keys();
    if (this.streams.size > STREAMS && oldest !== undefined) this.streams.delete(oldest);
  }
}

const EMPTY: Known = { revision: -1, ids: new Set() };
