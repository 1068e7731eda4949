import type { Recorded } from '@redress/contracts/event';
import { type Ledger, LedgerCount, spelt } from '../ledger.js';
import { OperationFailed } from '../operation-failed.js';

/** A log that is read from its beginning, in slices. */
export type Source = { readonly slices: () => AsyncIterable<readonly Recorded[]> };

/** A log that takes what another recorded. Durable once it resolves. */
export type Target = Source & { readonly add: (events: readonly Recorded[]) => Promise<void> | void };

export type Moved = Ledger & {
  /** So many were there already, from a run before. */
  readonly before: number;
};

/**
 * Copies a log into another that is empty, or holds the beginning of it, as an interrupted run leaves behind. Then all of the
 * target is read once more: it must come to the same hash.
 *
 * @throws OperationFailed when the target holds something else.
 */
export const moveLog = async (
  source: Source,
  target: Target,
  progress: (events: number) => void = () => undefined,
): Promise<Moved> => {
  const count = new LedgerCount();
  const there = eachOf(target);
  let before = 0;
  try {
    let held = await next(there);
    for await (const slice of source.slices()) {
      const missing: Recorded[] = [];
      for (const event of slice) {
        count.add(event);
        if (held === undefined) missing.push(event);
        else {
          requireSame(event, held);
          before += 1;
          held = await next(there);
        }
      }
      if (missing.length > 0) await target.add(missing);
      progress(count.now().events);
    }
    if (held) throw new OperationFailed(`the target holds more: ${nameOf(held)}.`);
  } finally {
    await there.return(undefined);
  }

  const moved = count.now();
  const found = await ledgerIn(target);
  if (found.hash !== moved.hash || found.events !== moved.events)
    throw new OperationFailed(
      `what was moved is not the same: ${String(moved.events)} events with hash ${moved.hash} went, ` +
        `${String(found.events)} with hash ${found.hash} are there.`,
    );
  return { ...found, before };
};

export const ledgerIn = async ({ slices }: Source): Promise<Ledger> => {
  const count = new LedgerCount();
  for await (const slice of slices()) for (const event of slice) count.add(event);
  return count.now();
};

async function* eachOf({ slices }: Source): AsyncGenerator<Recorded> {
  for await (const slice of slices()) yield* slice;
}

const next = async (events: AsyncGenerator<Recorded>): Promise<Recorded | undefined> => {
  const found = await events.next();
  return found.done ? undefined : found.value;
};

const requireSame = (event: Recorded, held: Recorded): void => {
  if (spelt(event) !== spelt(held))
    throw new OperationFailed(`the target holds ${nameOf(held)} where ${nameOf(event)} belongs.`);
};

const nameOf = ({ stream, revision, type }: Recorded): string =>
  `${type}, event ${String(revision)} of ${stream},`;
