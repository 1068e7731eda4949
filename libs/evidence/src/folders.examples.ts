import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

const made: string[] = [];

/** An empty folder that is there until all tests of the file have run. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-evidence-'));
  made.push(folder);
  return folder;
};

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});
