import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { gathered } from './bytes.examples.js';
import { newFolder } from './folders.examples.js';
import { DEFAULT_LIMITS, type EvidenceLimits } from './limits.js';
import { type Evidence, openEvidence } from './open-evidence.js';

export type Opened = Evidence & {
  readonly folder: string;
  /** What is being written just now. */
  readonly leftBehind: () => readonly string[];
};

export const opened = async (
  limits: Partial<EvidenceLimits> = {},
  folder = newFolder(),
): Promise<Opened> => ({
  folder,
  ...(await openEvidence(folder, { ...DEFAULT_LIMITS, ...limits })),
  leftBehind: () =>
    ['evidence', 'evidence-uploads'].flatMap((place) => readdirSync(join(folder, place, '.writing'))),
});

/** No file is stored, and none is half written. */
export const expectNothingLeft = async ({ files, leftBehind }: Opened): Promise<void> => {
  expect(await gathered(files.list())).toEqual([]);
  expect(leftBehind()).toEqual([]);
};
