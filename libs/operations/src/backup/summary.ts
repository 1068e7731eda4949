import type { Manifest } from './manifest.js';

/** What a backup comes to, in lines for a person. */
export const summaryOf = (manifest: Manifest): string => {
  const { at, services, head, evidence, namedFiles, missingFiles, damagedFiles = [], files } = manifest;
  const events = services.reduce((sum, one) => sum + one.events, 0);
  const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
  const missing = missingFiles.map((hash) => `The file ${hash} is named by an event and is not there.`);
  const damaged = damagedFiles.map((hash) => `The file ${hash} is not as it was stored.`);
  return [
    ...services.map(
      ({ service, events: count, last, hash }) =>
        `${service}: ${String(count)} events up to ${last}, ${hash}`,
    ),
    `${String(events)} events of ${at}, ${String(namedFiles)} files named, ${String(files.length)} files in all, ${(bytes / 1e6).toFixed(1)} MB`,
    `ledger ${head}`,
    ...(evidence === 'left-out' ? ['Files of evidence are not in it.'] : []),
    ...missing,
    ...damaged,
  ].join('\n');
};
