import { createHash, type Hash } from 'node:crypto';
import type { Recorded } from '@redress/contracts/event';
import { type Position, START } from '@redress/contracts/values';

/** What one log comes to: how many events, where the last one stands, and one hash over all of them in their order. */
export type Ledger = { readonly events: number; readonly last: Position; readonly hash: string };

/**
 * Counts a log. Two logs have the same hash when they hold the same events, each as it is stored, in the same order: where an
 * event stands does not count, since each engine has positions of its own.
 */
export class LedgerCount {
  private readonly hash: Hash = createHash('sha256');
  events = 0;
  private last: Position = START;

  add(event: Recorded): void {
    this.events += 1;
    this.last = event.position;
    this.hash.update(spelt(event));
  }

  /** As far as it has come; more may be added. */
  now(): Ledger {
    return { events: this.events, last: this.last, hash: this.hash.copy().digest('hex') };
  }
}

/** The same text for the same event, in whatever order an engine gives its parts back. */
export const spelt = (event: Recorded): string => {
  const parts = event as unknown as Readonly<Record<string, unknown>>;
  return `${JSON.stringify(inOrder(Object.keys(event)).map((name) => [name, parts[name]]))}\n`;
};

/** The names of the parts of events, in order: there are few ways in which they come. */
const orders = new Map<string, readonly string[]>();

const inOrder = (names: readonly string[]): readonly string[] => {
  const as = names.join();
  const known = orders.get(as);
  if (known) return known;
  const order = names.filter((name) => name !== 'position').toSorted();
  orders.set(as, order);
  return order;
};

export const ledgerOf = (events: Iterable<Recorded>): Ledger => {
  const count = new LedgerCount();
  for (const event of events) count.add(event);
  return count.now();
};

type OfService = Pick<Ledger, 'events' | 'hash'> & { readonly service: string };

/** One hash over the ledgers of all services; one without events counts for nothing, whether it is named or not. */
export const headOf = (ledgers: readonly OfService[]): string => {
  const held = ledgers.filter(({ events }) => events > 0);
  const lines = held.map(({ service, hash }) => `${service} ${hash}\n`).toSorted();
  return createHash('sha256').update(lines.join('')).digest('hex');
};
