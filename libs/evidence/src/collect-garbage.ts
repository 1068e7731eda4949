import type { Instant, Sha256 } from '@redress/contracts/values';
import type { EvidenceFiles } from './evidence-files.js';

const DAY_MS = 86_400_000;

/**
 * Removes the files that no event names, and answers which. One that was put or renewed less than `graceMs` ago is never
 * removed: the event that will name it may be on its way. So whoever names a file renews it first, and the grace is
 * longer than whatever `isNamed` asks can be behind the log.
 */
export const collectGarbage = async (
  files: EvidenceFiles,
  isNamed: (sha256: Sha256) => Promise<boolean>,
  now: Instant,
  graceMs = 7 * DAY_MS,
): Promise<readonly Sha256[]> => {
  const before = new Date(Date.parse(now) - graceMs).toISOString() as Instant;
  const removed: Sha256[] = [];
  for await (const { sha256, storedAt } of files.list())
    if (storedAt < before && !(await isNamed(sha256)) && (await files.remove(sha256, before)))
      removed.push(sha256);
  return removed;
};
