import type { Recorded } from '@redress/contracts/event';
import { LedgerCount } from '../ledger.js';
import { filesNamedIn } from '../named-files.js';
import type { LedgerOfService } from './manifest.js';

/** What a log comes to, and the hashes of the files that its events name. */
export type Counted = { readonly ledger: LedgerOfService; readonly named: ReadonlySet<string> };

export const counted = async (
  service: string,
  events: Iterable<Recorded> | AsyncIterable<Recorded>,
): Promise<Counted> => {
  const count = new LedgerCount();
  const named = new Set<string>();
  for await (const event of events) {
    count.add(event);
    for (const hash of filesNamedIn(event)) named.add(hash);
  }
  return { ledger: { service, ...count.now() }, named };
};
