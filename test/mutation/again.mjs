// After specs were added: tries once more what was alive without a reason, and nothing else. What else there was is known
// from before: a slice of which something has changed since stays marked so.

import { stillAlive } from './changed.mjs';
import { keepAlive, lastKnown } from './results.mjs';
import { inBatches } from './slices.mjs';
import { explained, isSame } from './survivors.mjs';

const aliveIn = (slice) => lastKnown(slice)?.alive ?? [];
const withoutReason = (slice) =>
  explained(aliveIn(slice), slice.mutate).alive.filter(({ reason }) => !reason);

export const tryAgain = async (slices) => {
  for (const batch of inBatches(slices.filter((slice) => withoutReason(slice).length > 0))) {
    const before = batch.flatMap(withoutReason);
    const still = await stillAlive(batch, before);
    const noticed = before.filter((one) => !still.includes(one));
    for (const slice of batch)
      keepAlive(
        slice,
        aliveIn(slice).filter((one) => !noticed.some((other) => other.at === one.at && isSame(one, other))),
      );
  }
};
