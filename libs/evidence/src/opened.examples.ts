import { readdirSync } from 'node:fs';
import { expect } from '@jest/globals';
import { gathered } from './bytes.examples.js';
import { newFolder } from './folders.examples.js';
import { DEFAULT_LIMITS, type EvidenceLimits } from './limits.js';
import { type Evidence, openEvidence } from './open-evidence.js';

export type Opened = Evidence & { readonly folder: string };

export const opened = async (
  limits: Partial<EvidenceLimits> = {},
  folder = newFolder(),
): Promise<Opened> => ({ folder, ...(await openEvidence(folder, { ...DEFAULT_LIMITS, ...limits })) });

/** No file is stored, and none is half written. */
export const expectNothingLeft = async ({ files, folder }: Opened): Promise<void> => {
  expect(await gathered(files.list())).toEqual([]);
  for (const place of ['evidence', 'evidence-uploads'])
    expect(readdirSync(`${folder}/${place}/.writing`)).toEqual([]);
};
