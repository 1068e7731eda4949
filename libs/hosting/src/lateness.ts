import type { Position } from '@redress/contracts/values';

/** Once a second is often enough for what is told in seconds. */
const EVERY_MS = 1_000;
const MOST = 3_600;

/**
 * Since when somebody who follows a log is behind it. It is told in seconds and not in events: a rush that is worked off in time is
 * no trouble, and one event that is never worked off is.
 */
export class Lateness {
  private readonly seen: { readonly last: Position; readonly at: number }[] = [];

  constructor(private readonly now: () => number = Date.now) {}

  /** How far the log goes at this moment. */
  note(last: Position): void {
    const at = this.now();
    const before = this.seen.at(-1);
    if (before && (before.last === last || at - before.at < EVERY_MS)) return;
    this.seen.push({ last, at });
    if (this.seen.length > MOST) this.seen.shift();
  }

  /** For how many seconds there has been something after that position, as far as it is known. */
  of(position: Position): number {
    const first = this.seen.find(({ last }) => last > position);
    return first ? Math.floor((this.now() - first.at) / 1_000) : 0;
  }
}

/** Since when something has waited while nothing was done. */
export class Standstill {
  private readonly stood = new Map<string, { readonly done: number; readonly since: number }>();

  constructor(private readonly now: () => number = Date.now) {}

  /** For how many seconds nothing was done although something waits; `done` is a count that rises with what is done. */
  of(name: string, waiting: number, done: number): number {
    const before = this.stood.get(name);
    const since = waiting > 0 && before?.done === done ? before.since : this.now();
    this.stood.set(name, { done, since });
    return Math.floor((this.now() - since) / 1_000);
  }
}
